import { and, eq } from 'drizzle-orm';
import { organisations } from '../../../drizzle/schema/accounts.ts';
import { recordAudit } from '../../audit/record.ts';
import { type Context, requireRole } from '../../context.ts';
import { transaction } from '../../db/transaction.ts';
import { Problem } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { communityInput } from '../input.ts';

/** To which community an organisation is counted, for the rule on the second person. An administrator's. Errors: not_found, stale_version. */
export async function setCommunity(ctx: Context, raw: unknown): Promise<{ organisationId: string; version: number }> {
  requireRole(ctx, 'administrator');
  const { organisationId, community, version } = parseInput(communityInput, raw);
  return transaction(ctx, async (ctx) => {
    const standing = and(eq(organisations.id, organisationId), eq(organisations.version, version));
    const changed = await ctx.db
      .update(organisations)
      .set({ community, version: version + 1 })
      .where(standing)
      .returning({ id: organisations.id });
    if (changed.length === 0) {
      const [row] = await ctx.db.select().from(organisations).where(eq(organisations.id, organisationId));
      throw row ? new Problem('stale_version', { changed: { name: row.name } }) : new Problem('not_found');
    }
    await recordAudit(ctx, {
      action: 'organisation.set_community',
      subjectType: 'organisation',
      subjectId: organisationId,
      detail: { version: version + 1, community },
    });
    return { organisationId, version: version + 1 };
  });
}
