import { randomBytes } from 'node:crypto';
import { apiKeys } from '../../../drizzle/schema/accounts.ts';
import { recordAudit } from '../../audit/record.ts';
import { type Context, requireRole } from '../../context.ts';
import { transaction } from '../../db/transaction.ts';
import { Problem } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { apiKeyInput } from '../input.ts';
import { refuseClosedOrganisation } from '../links/create-invitation.ts';
import { hashToken, newToken } from '../one-time-token.ts';

/** A key for an organisation, by an administrator or one of its members; `secret` is shown once and kept as a hash only. */
export async function createApiKey(ctx: Context, raw: unknown): Promise<{ apiKeyId: string; secret: string }> {
  const actor = requireRole(ctx, 'administrator', 'organisation');
  const { organisationId, label } = parseInput(apiKeyInput, raw);
  if (actor.role === 'organisation' && actor.organisationId !== organisationId) throw new Problem('forbidden');
  return transaction(ctx, async (ctx) => {
    await refuseClosedOrganisation(ctx, organisationId);
    const prefix = randomBytes(5).toString('hex');
    const token = newToken();
    const [key] = await ctx.db
      .insert(apiKeys)
      .values({
        organisationId,
        label,
        prefix,
        secretHash: hashToken(token),
        createdBy: actor.userId,
        createdAt: ctx.now,
      })
      .returning({ id: apiKeys.id });
    await recordAudit(ctx, {
      action: 'api_key.create',
      subjectType: 'organisation',
      subjectId: organisationId,
      detail: { apiKeyId: key!.id, prefix },
    });
    return { apiKeyId: key!.id, secret: `mc_${prefix}_${token}` };
  });
}
