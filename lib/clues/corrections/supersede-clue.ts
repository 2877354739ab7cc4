import { eq } from 'drizzle-orm';
import { clues } from '../../../drizzle/schema/clues.ts';
import { recordAudit } from '../../audit/record.ts';
import { type Context, moderators, requireRole } from '../../context.ts';
import { transaction } from '../../db/transaction.ts';
import { Problem } from '../../errors.ts';
import { spoken } from '../../ids.ts';
import { parseInput } from '../../parse-input.ts';
import { carryReports } from '../../triage/carry-reports.ts';
import { getIncident } from '../../triage/get-incident.ts';
import { decide } from '../decide.ts';
import { refuseRecused } from '../decisions/two-persons.ts';
import { lockClue } from '../store.ts';
import { supersedeInput } from './input.ts';
import { clueByNumber } from './store.ts';

/**
 * Another verified clue takes the place of this one; each names the other. Its own two persons stand behind the new one, so
 * nothing is lost from the layer in between. The old clue's reports go back to assessment. Errors: invalid_input (no such
 * verified clue, or the same), same_person (recused), wrong_state, stale_version, not_found, forbidden.
 */
export function supersedeClue(ctx: Context, raw: unknown) {
  return transaction(ctx, async (ctx) => {
    const actor = requireRole(ctx, ...moderators);
    const { clueId, version: basedOn, by, reason } = parseInput(supersedeInput, raw);
    const clue = await lockClue(ctx, clueId, basedOn);
    await refuseRecused(ctx, actor.userId, clue.incidentId);
    if (clue.state !== 'verified') throw new Problem('wrong_state', { state: clue.state });
    const next = await clueByNumber(ctx, by);
    if (!next || next.id === clueId || next.state !== 'verified' || next.practice !== clue.practice)
      throw new Problem('invalid_input', { fields: { by: 'clue_number_required' } });
    const version = clue.version + 1;
    await ctx.db
      .update(clues)
      .set({ state: 'superseded', supersededBy: next.id, closedAt: ctx.now, version })
      .where(eq(clues.id, clueId));
    await decide(ctx, { clueId, decision: 'supersede', version, reason });
    await recordAudit(ctx, {
      action: 'clue.supersede',
      subjectType: 'clue',
      subjectId: clueId,
      reason,
      detail: { version, by: spoken.clue(next.number) },
    });
    const { reports } = await getIncident(ctx, clue.incidentId, { lock: true });
    const carried = reports.filter(({ state }) => state === 'verified_clue');
    await carryReports(ctx, carried, 'under_assessment', clue.number);
    return { clueId, number: clue.number, version, state: 'superseded' as const, by: next.id };
  });
}
