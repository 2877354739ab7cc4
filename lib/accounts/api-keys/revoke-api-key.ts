import { and, eq, isNull } from 'drizzle-orm';
import { apiKeys } from '../../../drizzle/schema/accounts.ts';
import { recordAudit } from '../../audit/record.ts';
import { type Context, requireRole } from '../../context.ts';
import { transaction } from '../../db/transaction.ts';
import { Problem } from '../../errors.ts';

/** Ends a key at once; an administrator, or a member of its organisation. Others' keys are not found. */
export async function revokeApiKey(ctx: Context, apiKeyId: string): Promise<void> {
  const actor = requireRole(ctx, 'administrator', 'organisation');
  const own = actor.role === 'organisation' ? eq(apiKeys.organisationId, actor.organisationId ?? '') : undefined;
  await transaction(ctx, async (ctx) => {
    const [key] = await ctx.db
      .update(apiKeys)
      .set({ revokedAt: ctx.now })
      .where(and(eq(apiKeys.id, apiKeyId), isNull(apiKeys.revokedAt), own))
      .returning({ organisationId: apiKeys.organisationId });
    if (!key) throw new Problem('not_found');
    await recordAudit(ctx, {
      action: 'api_key.revoke',
      subjectType: 'organisation',
      subjectId: key.organisationId,
      detail: { apiKeyId },
    });
  });
}
