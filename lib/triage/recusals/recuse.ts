import { eq } from 'drizzle-orm';
import { users } from '../../../drizzle/schema/accounts.ts';
import { recusals } from '../../../drizzle/schema/recusals.ts';
import { recordAudit } from '../../audit/record.ts';
import { type Context, moderators, requireRole } from '../../context.ts';
import { transaction } from '../../db/transaction.ts';
import { Problem } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { loadIncident } from '../store.ts';
import { recuseInput } from './input.ts';

/**
 * Takes a moderator out of every decision on an incident, for good. Oneself, or by a lead somebody else. The reason is
 * kept for the leads and stays out of the audit trail. Errors: forbidden, not_found, already_done, invalid_input.
 */
export function recuse(ctx: Context, raw: unknown) {
  return transaction(ctx, async (ctx) => {
    const actor = requireRole(ctx, ...moderators);
    const { incidentId, userId = actor.userId, reason } = parseInput(recuseInput, raw);
    if (userId !== actor.userId) requireRole(ctx, 'lead');
    // held, so that no verification of this person's is under way at the same moment
    if (!(await loadIncident(ctx, incidentId, true))) throw new Problem('not_found');
    const [person] = await ctx.db.select({ role: users.role }).from(users).where(eq(users.id, userId));
    if (!person || !(moderators as readonly string[]).includes(person.role)) throw new Problem('not_found');
    const made = await ctx.db
      .insert(recusals)
      .values({ incidentId, userId, reason, recusedBy: actor.userId, recusedAt: ctx.now })
      .onConflictDoNothing()
      .returning({ id: recusals.id });
    if (made.length === 0) throw new Problem('already_done');
    await recordAudit(ctx, {
      action: 'incident.recuse',
      subjectType: 'incident',
      subjectId: incidentId,
      detail: { userId },
    });
    return { incidentId, userId };
  });
}
