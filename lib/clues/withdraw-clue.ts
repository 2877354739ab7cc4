import { eq } from 'drizzle-orm';
import { clues } from '../../drizzle/schema/clues.ts';
import { recordAudit } from '../audit/record.ts';
import { type Context, moderators, requireRole } from '../context.ts';
import { transaction } from '../db/transaction.ts';
import { Problem } from '../errors.ts';
import { parseInput } from '../parse-input.ts';
import { carryReports } from '../triage/carry-reports.ts';
import { getIncident } from '../triage/get-incident.ts';
import { decide } from './decide.ts';
import { refuseRecused } from './decisions/two-persons.ts';
import { withdrawInput } from './input.ts';
import { lockClue } from './store.ts';

/**
 * Takes a verified clue out of use, with the reason; its reports go back to assessment.
 * Errors: same_person (recused), stale_version, wrong_state, invalid_input, not_found, forbidden.
 */
export function withdrawClue(ctx: Context, raw: unknown) {
  return transaction(ctx, async (ctx) => {
    const actor = requireRole(ctx, ...moderators);
    const { clueId, version: basedOn, reason } = parseInput(withdrawInput, raw);
    const clue = await lockClue(ctx, clueId, basedOn);
    await refuseRecused(ctx, actor.userId, clue.incidentId);
    if (clue.state !== 'verified' && clue.state !== 'proposed') throw new Problem('wrong_state', { state: clue.state });
    const version = clue.version + 1;
    await ctx.db.update(clues).set({ state: 'withdrawn', closedAt: ctx.now, version }).where(eq(clues.id, clueId));
    await decide(ctx, { clueId, decision: 'withdraw', version, reason });
    await recordAudit(ctx, {
      action: 'clue.withdraw',
      subjectType: 'clue',
      subjectId: clueId,
      reason,
      detail: { version },
    });
    const { reports } = await getIncident(ctx, clue.incidentId, { lock: true });
    const carried = reports.filter(({ state }) => state === 'verified_clue');
    await carryReports(ctx, carried, 'under_assessment', clue.number);
    return { clueId, number: clue.number, version, state: 'withdrawn' as const };
  });
}
