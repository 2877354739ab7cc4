import { recordAudit } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { transaction } from '../db/transaction.ts';
import { Problem } from '../errors.ts';
import { spoken } from '../ids.ts';
import { parseInput } from '../parse-input.ts';
import { stateInput } from './input.ts';
import { openReport } from './open-report.ts';
import { currentIncidentId, loadReports, openClue, touchReport } from './store.ts';
import { transition } from './transitions.ts';

/**
 * Moves a report by the table of transitions. Errors: stale_version, wrong_state (no such step, or its clue is open),
 * invalid_input (a reason, or the report that it repeats, is missing), not_found.
 */
export function setReportState(ctx: Context, raw: unknown) {
  return transaction(ctx, async (ctx) => {
    const { reportId, version: basedOn, state, reason, mergedInto } = parseInput(stateInput, raw);
    const { report } = await openReport(ctx, reportId, basedOn);
    const step = transition(report.state, state);
    if (step?.by !== 'moderator') throw new Problem('wrong_state', { from: report.state, to: state });
    if (step.reason && !reason) throw new Problem('invalid_input', { fields: { reason: 'reason_required' } });
    const closes = state === 'rejected' || state === 'duplicate';
    const incidentId = closes ? await currentIncidentId(ctx, report.id) : null;
    const clue = incidentId && (await openClue(ctx, incidentId));
    if (clue) throw new Problem('wrong_state', { clue: spoken.clue(clue.number), clueState: clue.state });
    const original = state === 'duplicate' ? await originalOf(ctx, report.id, mergedInto) : null;
    await touchReport(ctx, report.id, report.version, {
      state,
      stateReason: reason ?? null,
      mergedInto: original?.id ?? null,
    });
    const version = report.version + 1;
    await recordAudit(ctx, {
      action: 'report.set_state',
      subjectType: 'report',
      subjectId: report.id,
      reason,
      detail: { version, from: report.state, state, ...(original && { original: spoken.report(original.number) }) },
    });
    return { reportId: report.id, version, state };
  });
}

async function originalOf(ctx: Context, reportId: string, mergedInto: string | undefined) {
  const [original] = mergedInto && mergedInto !== reportId ? await loadReports(ctx, [mergedInto]) : [];
  if (!original || original.state === 'duplicate') {
    throw new Problem('invalid_input', { fields: { mergedInto: 'original_required' } });
  }
  return original;
}
