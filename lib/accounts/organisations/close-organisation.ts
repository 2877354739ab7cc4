import { and, eq, isNull } from 'drizzle-orm';
import { apiKeys, organisations, users } from '../../../drizzle/schema/accounts.ts';
import { recordAudit } from '../../audit/record.ts';
import { type Context, requireRole } from '../../context.ts';
import { transaction } from '../../db/transaction.ts';
import { Problem } from '../../errors.ts';
import { endSessions } from '../store.ts';

/** Ends an organisation: its members' sessions and its API keys stop working at once. An administrator's. */
export async function closeOrganisation(ctx: Context, organisationId: string): Promise<void> {
  requireRole(ctx, 'administrator');
  await transaction(ctx, async (ctx) => {
    const closed = await ctx.db
      .update(organisations)
      .set({ closedAt: ctx.now })
      .where(and(eq(organisations.id, organisationId), isNull(organisations.closedAt)))
      .returning({ id: organisations.id });
    if (closed.length === 0) throw new Problem('not_found');
    await ctx.db
      .update(apiKeys)
      .set({ revokedAt: ctx.now })
      .where(and(eq(apiKeys.organisationId, organisationId), isNull(apiKeys.revokedAt)));
    const members = await ctx.db.select({ id: users.id }).from(users).where(eq(users.organisationId, organisationId));
    for (const { id } of members) await endSessions(ctx, id);
    await recordAudit(ctx, {
      action: 'organisation.close',
      subjectType: 'organisation',
      subjectId: organisationId,
      detail: { members: members.length },
    });
  });
}
