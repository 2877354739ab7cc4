import { recordAudit } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { transaction } from '../db/transaction.ts';
import { Problem } from '../errors.ts';
import { spoken } from '../ids.ts';
import { parseInput } from '../parse-input.ts';
import { moveReports, refreshFacts } from './incidents/move-reports.ts';
import { openIncidents, refuseClue } from './incidents/open-incidents.ts';
import { appendEvent, insertIncident } from './incidents/store.ts';
import { assignInput } from './input.ts';
import { openReport } from './open-report.ts';
import { currentIncidentId } from './store.ts';
import { advanced } from './transitions.ts';

export const closedStates = ['rejected', 'duplicate', 'withdrawn', 'superseded'] as const;

/**
 * Says that a report tells of an incident: of an existing one, or of a new one with `incidentId: null`.
 * Errors: stale_version, wrong_state (report closed, incident with a clue), already_done (it is in an incident), not_found.
 */
export function assignToIncident(ctx: Context, raw: unknown) {
  return transaction(ctx, async (ctx) => {
    const input = parseInput(assignInput, raw);
    const { reason } = input;
    const { actor, report } = await openReport(ctx, input.reportId, input.version);
    if ((closedStates as readonly string[]).includes(report.state))
      throw new Problem('wrong_state', { state: report.state });
    if (await currentIncidentId(ctx, report.id)) throw new Problem('already_done');
    const incident = input.incidentId
      ? await joined(ctx, input.incidentId, report.practice)
      : await insertIncident(ctx, actor.userId, report);
    const moves = [{ reportId: report.id, from: null, to: incident.id }];
    await moveReports(ctx, moves, { userId: actor.userId, reason });
    const detail = { isNew: input.incidentId === null };
    const eventId = await appendEvent(ctx, { kind: 'join', incidentId: incident.id, moves, detail, reason });
    const incidentVersion = await refreshFacts(ctx, incident.id);
    await recordAudit(ctx, {
      action: 'incident.add_report',
      subjectType: 'incident',
      subjectId: incident.id,
      reason,
      detail: { version: incidentVersion, report: spoken.report(report.number), ...detail },
    });
    return {
      reportId: report.id,
      version: report.version + 1,
      state: advanced(report.state, 'screened'),
      incidentId: incident.id,
      incidentNumber: incident.number,
      eventId,
    };
  });
}

async function joined(ctx: Context, id: string, practice: boolean) {
  const { incidents } = await openIncidents(ctx, [{ id }]);
  const incident = incidents[0]!;
  if (incident.practice !== practice) throw new Problem('wrong_state', { practice: incident.practice });
  await refuseClue(ctx, id, ['verified']);
  return incident;
}
