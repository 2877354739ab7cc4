import { recordAudit } from '../../audit/record.ts';
import { type Context, moderators, requireRole } from '../../context.ts';
import { transaction } from '../../db/transaction.ts';
import { Problem } from '../../errors.ts';
import { spoken } from '../../ids.ts';
import { parseInput } from '../../parse-input.ts';
import { assignToIncident } from '../assign-to-incident.ts';
import { tellSameEvent } from '../incidents/tell-same-event.ts';
import { openReport } from '../open-report.ts';
import { setReportState } from '../set-report-state.ts';
import { loadReports } from '../store.ts';
import { decideInput } from './input.ts';
import { loadRow, saveDecision } from './store.ts';

/**
 * What an imported row is: the same event as its candidate (into that incident), an event of its own (a new incident; the
 * candidates shown are held for others), a repeat that links to its original, or left to the ordinary queue. Errors: stale_version, already_done (it is in an
 * incident), wrong_state (a clue rests there), not_found, forbidden, invalid_input.
 */
export function decideImported(ctx: Context, raw: unknown) {
  return transaction(ctx, async (ctx) => {
    const actor = requireRole(ctx, ...moderators);
    const { rowId, version, decision, candidateId, candidateVersion, heldApart, reason } = parseInput(decideInput, raw);
    const row = await loadRow(ctx, rowId);
    if (!row) throw new Problem('not_found');
    const { report } = await openReport(ctx, row.reportId, version);
    let incidentId: string | null = null;
    if (decision === 'same') {
      const [other] = candidateId ? await loadReports(ctx, [candidateId]) : [];
      if (!other) throw new Problem('invalid_input', { fields: { candidateId: 'report_id_invalid' } });
      const [a, b] = [spoken.report(report.number), spoken.report(other.number)];
      const told = { a, aVersion: version, b, bVersion: candidateVersion ?? other.version, reason };
      incidentId = (await tellSameEvent(ctx, told)).incidentId;
    }
    if (decision === 'repeat')
      await setReportState(ctx, { reportId: report.id, version, state: 'duplicate', mergedInto: candidateId, reason });
    if (decision === 'new')
      incidentId = (await assignToIncident(ctx, { reportId: report.id, incidentId: null, version, reason })).incidentId;
    await saveDecision(ctx, rowId, {
      decision,
      heldApart: decision === 'new' ? heldApart : [],
      decidedBy: actor.userId,
    });
    await recordAudit(ctx, {
      action: 'import.decide',
      subjectType: 'import',
      subjectId: row.batchId,
      reason,
      detail: { row: row.row, decision, report: spoken.report(report.number), heldApart: heldApart.length },
    });
    return { rowId, reportId: report.id, decision, incidentId };
  });
}
