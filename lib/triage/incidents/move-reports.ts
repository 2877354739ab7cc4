import { recordAudit } from '../../audit/record.ts';
import type { Context } from '../../context.ts';
import { Problem } from '../../errors.ts';
import { spoken } from '../../ids.ts';
import { incidentFactsOf } from '../incident-facts.ts';
import { loadIncident, loadReports, memberIds, saveIncidentFacts, touchReport } from '../store.ts';
import { advanced } from '../transitions.ts';
import { choicesOf, type Move } from './replay.ts';
import { incidentNumbers, loadIncidentEvents, membershipOf, writeMoves } from './store.ts';

type Why = { userId: string; reason: string | undefined };

/** Moves reports between incidents as one act: memberships with their history, versions, audit rows. Errors: wrong_state when one is elsewhere by now. */
export async function moveReports(ctx: Context, moves: readonly Move[], why: Why): Promise<void> {
  const reports = await loadReports(
    ctx,
    moves.map(({ reportId }) => reportId),
    true,
  );
  const now = await membershipOf(
    ctx,
    reports.map(({ id }) => id),
  );
  for (const { reportId, from } of moves)
    if ((now.get(reportId) ?? null) !== from) throw new Problem('wrong_state', { reportId });
  await writeMoves(ctx, moves, why);
  const numbers = await incidentNumbers(
    ctx,
    moves.flatMap(({ from, to }) => [from, to].filter((id) => id !== null)),
  );
  const named = (id: string | null) => (id === null ? undefined : spoken.incident(numbers.get(id) ?? 0));
  for (const { reportId, from, to } of moves) {
    const report = reports.find(({ id }) => id === reportId);
    if (!report) throw new Problem('not_found');
    const state = to === null ? report.state : advanced(report.state, 'screened');
    if (!(await touchReport(ctx, reportId, report.version, { state }))) throw new Problem('stale_version');
    await recordAudit(ctx, {
      action: from === null ? 'report.assign' : to === null ? 'report.remove_from_incident' : 'report.move',
      subjectType: 'report',
      subjectId: reportId,
      reason: why.reason,
      detail: { version: report.version + 1, incident: named(to) ?? named(from), from: named(from), state },
    });
  }
}

/** Writes what an incident's reports say together now, and raises its version; answers the new version. */
export async function refreshFacts(ctx: Context, incidentId: string): Promise<number> {
  const incident = (await loadIncident(ctx, incidentId))!;
  const members = await loadReports(ctx, await memberIds(ctx, incidentId));
  const choices = choicesOf(incidentId, await loadIncidentEvents(ctx, [incidentId]));
  const facts = members.length > 0 ? incidentFactsOf(members, choices) : incident;
  const { kind, dateStart, dateEnd, datePrecision } = facts;
  await saveIncidentFacts(ctx, incidentId, { kind, dateStart, dateEnd, datePrecision });
  return incident.version + 1;
}
