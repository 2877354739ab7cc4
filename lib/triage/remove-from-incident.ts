import { and, eq, isNull } from 'drizzle-orm';
import { incidentReports } from '../../drizzle/schema/triage.ts';
import { recordAudit } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { transaction } from '../db/transaction.ts';
import { Problem } from '../errors.ts';
import { spoken } from '../ids.ts';
import { parseInput } from '../parse-input.ts';
import { incidentFactsOf } from './incident-facts.ts';
import { removeInput } from './input.ts';
import { openReport } from './open-report.ts';
import {
  currentIncidentId,
  loadIncident,
  loadReports,
  memberIds,
  openClue,
  saveIncidentFacts,
  touchReport,
} from './store.ts';

/**
 * Undoes an assignment: the report leaves its incident, the membership stays on record.
 * Errors: stale_version, wrong_state (in no incident, or its clue is verified: withdraw that first).
 */
export function removeFromIncident(ctx: Context, raw: unknown) {
  return transaction(ctx, async (ctx) => {
    const input = parseInput(removeInput, raw);
    const { actor, report } = await openReport(ctx, input.reportId, input.version);
    const incidentId = await currentIncidentId(ctx, report.id);
    const incident = incidentId && (await loadIncident(ctx, incidentId, true));
    if (!incident) throw new Problem('wrong_state', { incident: null });
    const clue = await openClue(ctx, incident.id);
    if (clue?.state === 'verified')
      throw new Problem('wrong_state', { clue: spoken.clue(clue.number), clueState: clue.state });
    await ctx.db
      .update(incidentReports)
      .set({ removedBy: actor.userId, removedAt: ctx.now, reason: input.reason })
      .where(and(eq(incidentReports.reportId, report.id), isNull(incidentReports.removedAt)));
    await touchReport(ctx, report.id, report.version);
    const left = await loadReports(ctx, await memberIds(ctx, incident.id));
    const facts = left.length > 0 ? incidentFactsOf(left) : incident;
    const { kind, dateStart, dateEnd, datePrecision } = facts;
    await saveIncidentFacts(ctx, incident.id, { kind, dateStart, dateEnd, datePrecision });
    const version = report.version + 1;
    await recordAudit(ctx, {
      action: 'report.remove_from_incident',
      subjectType: 'report',
      subjectId: report.id,
      reason: input.reason,
      detail: { version, incident: spoken.incident(incident.number) },
    });
    await recordAudit(ctx, {
      action: 'incident.remove_report',
      subjectType: 'incident',
      subjectId: incident.id,
      reason: input.reason,
      detail: { version: incident.version + 1, report: spoken.report(report.number) },
    });
    return { reportId: report.id, version, incidentId: incident.id, left: left.length };
  });
}
