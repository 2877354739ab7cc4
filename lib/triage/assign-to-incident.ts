import { incidentReports, incidents } from '../../drizzle/schema/triage.ts';
import { recordAudit } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { transaction } from '../db/transaction.ts';
import { Problem } from '../errors.ts';
import { spoken } from '../ids.ts';
import { parseInput } from '../parse-input.ts';
import { incidentFactsOf } from './incident-facts.ts';
import { assignInput } from './input.ts';
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
import { advanced } from './transitions.ts';

/**
 * Says that a report tells of an incident: of an existing one, or of a new one with `incidentId: null`.
 * Errors: stale_version, wrong_state (report closed, incident with a clue), already_done (it is in an incident), not_found.
 */
export function assignToIncident(ctx: Context, raw: unknown) {
  return transaction(ctx, async (ctx) => {
    const input = parseInput(assignInput, raw);
    const { actor, report } = await openReport(ctx, input.reportId, input.version);
    if (['rejected', 'duplicate', 'withdrawn', 'superseded'].includes(report.state)) {
      throw new Problem('wrong_state', { state: report.state });
    }
    if (await currentIncidentId(ctx, report.id)) throw new Problem('already_done');
    const incident = input.incidentId
      ? await joined(ctx, input.incidentId, report.practice)
      : await made(ctx, actor.userId, report);
    const state = advanced(report.state, 'screened');
    await ctx.db.insert(incidentReports).values({
      incidentId: incident.id,
      reportId: report.id,
      addedBy: actor.userId,
      addedAt: ctx.now,
      reason: input.reason,
    });
    await touchReport(ctx, report.id, report.version, { state });
    const members = await loadReports(ctx, await memberIds(ctx, incident.id));
    const { kind, dateStart, dateEnd, datePrecision } = incidentFactsOf(members);
    await saveIncidentFacts(ctx, incident.id, { kind, dateStart, dateEnd, datePrecision });
    const version = report.version + 1;
    await recordAudit(ctx, {
      action: 'report.assign',
      subjectType: 'report',
      subjectId: report.id,
      reason: input.reason,
      detail: { version, incident: spoken.incident(incident.number), state },
    });
    await recordAudit(ctx, {
      action: 'incident.add_report',
      subjectType: 'incident',
      subjectId: incident.id,
      reason: input.reason,
      detail: { version: incident.version + 1, report: spoken.report(report.number), isNew: input.incidentId === null },
    });
    return { reportId: report.id, version, state, incidentId: incident.id, incidentNumber: incident.number };
  });
}

async function joined(ctx: Context, id: string, practice: boolean) {
  const incident = await loadIncident(ctx, id, true);
  if (!incident) throw new Problem('not_found');
  if (incident.practice !== practice) throw new Problem('wrong_state', { practice: incident.practice });
  const clue = await openClue(ctx, id);
  if (clue?.state === 'verified')
    throw new Problem('wrong_state', { clue: spoken.clue(clue.number), clueState: clue.state });
  return incident;
}

async function made(
  ctx: Context,
  userId: string,
  { kind, practice }: { kind: typeof incidents.$inferInsert.kind; practice: boolean },
) {
  const [row] = await ctx.db
    .insert(incidents)
    .values({ kind, practice, createdBy: userId, createdAt: ctx.now })
    .returning();
  return row!;
}
