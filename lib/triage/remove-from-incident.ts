import { recordAudit } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { transaction } from '../db/transaction.ts';
import { Problem } from '../errors.ts';
import { spoken } from '../ids.ts';
import { parseInput } from '../parse-input.ts';
import { moveReports, refreshFacts } from './incidents/move-reports.ts';
import { openIncidents, refuseClue } from './incidents/open-incidents.ts';
import { appendEvent } from './incidents/store.ts';
import { removeInput } from './input.ts';
import { openReport } from './open-report.ts';
import { currentIncidentId, memberIds } from './store.ts';

/**
 * Undoes an assignment: the report leaves its incident, the membership stays on record.
 * Errors: stale_version, wrong_state (in no incident, or its clue is verified: withdraw that first).
 */
export function removeFromIncident(ctx: Context, raw: unknown) {
  return transaction(ctx, async (ctx) => {
    const input = parseInput(removeInput, raw);
    const { reason } = input;
    const { actor, report } = await openReport(ctx, input.reportId, input.version);
    const incidentId = await currentIncidentId(ctx, report.id);
    if (!incidentId) throw new Problem('wrong_state', { incident: null });
    await openIncidents(ctx, [{ id: incidentId }]);
    await refuseClue(ctx, incidentId, ['verified']);
    const moves = [{ reportId: report.id, from: incidentId, to: null }];
    await moveReports(ctx, moves, { userId: actor.userId, reason });
    const eventId = await appendEvent(ctx, { kind: 'leave', incidentId, moves, reason });
    const version = await refreshFacts(ctx, incidentId);
    await recordAudit(ctx, {
      action: 'incident.remove_report',
      subjectType: 'incident',
      subjectId: incidentId,
      reason,
      detail: { version, report: spoken.report(report.number) },
    });
    const left = (await memberIds(ctx, incidentId)).length;
    return { reportId: report.id, version: report.version + 1, incidentId, left, eventId };
  });
}
