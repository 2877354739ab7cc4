import { eq } from 'drizzle-orm';
import { clues } from '../../../drizzle/schema/clues.ts';
import { recordAudit } from '../../audit/record.ts';
import { type Context, moderators, requireRole } from '../../context.ts';
import { transaction } from '../../db/transaction.ts';
import { Problem } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { getIncident } from '../../triage/get-incident.ts';
import { decide } from '../decide.ts';
import { refuseRecused } from '../decisions/two-persons.ts';
import { keepInput } from '../input.ts';
import { lockClue } from '../store.ts';
import { isTakenBack } from './list-taken-back.ts';

/**
 * Decides with a reason that a clue stands though every reporter took the report back. Errors: same_person (recused, or sent one of the reports), wrong_state (nothing of the kind), stale_version,
 * invalid_input, not_found, forbidden.
 */
export function keepClue(ctx: Context, raw: unknown) {
  return transaction(ctx, async (ctx) => {
    const actor = requireRole(ctx, ...moderators);
    const { clueId, version: basedOn, reason } = parseInput(keepInput, raw);
    const clue = await lockClue(ctx, clueId, basedOn);
    await refuseRecused(ctx, actor.userId, clue.incidentId);
    const { submitters } = await getIncident(ctx, clue.incidentId, { lock: true });
    if (submitters.includes(actor.userId)) throw new Problem('same_person', { rule: 'submitter' });
    if (!(await isTakenBack(ctx, clueId))) throw new Problem('wrong_state', { state: clue.state });
    const version = clue.version + 1;
    await ctx.db.update(clues).set({ version }).where(eq(clues.id, clueId));
    await decide(ctx, { clueId, decision: 'keep', version, reason });
    await recordAudit(ctx, {
      action: 'clue.keep',
      subjectType: 'clue',
      subjectId: clueId,
      reason,
      detail: { version },
    });
    return { clueId, number: clue.number, version, state: clue.state };
  });
}
