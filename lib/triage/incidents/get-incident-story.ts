import { type Context, moderators, requireRole } from '../../context.ts';
import { Problem } from '../../errors.ts';
import { loadIncident, loadReports, loadUserNames, memberIds, openClue } from '../store.ts';
import { blockers, choicesOf, linksOf, standing } from './replay.ts';
import { incidentNumbers, loadFollows, loadIncidentEvents } from './store.ts';
import { incidentValuesOf } from './values.ts';

/**
 * How an incident came to be what it is: every field's values with who told and who chose them, its links, and every act
 * with whether it can be undone now. Errors: not_found, forbidden.
 */
export async function getIncidentStory(ctx: Context, incidentId: string) {
  requireRole(ctx, ...moderators);
  const incident = await loadIncident(ctx, incidentId);
  if (!incident) throw new Problem('not_found');
  const reports = await loadReports(ctx, await memberIds(ctx, incidentId));
  const events = await loadIncidentEvents(ctx, [incidentId]);
  const moved = await loadIncidentEvents(ctx, [
    ...new Set(events.flatMap(({ moves }) => moves.flatMap(({ from, to }) => [from, to].filter((id) => id !== null)))),
  ]);
  const links = linksOf(incidentId, events);
  const names = await loadUserNames(
    ctx,
    events.map(({ byUserId }) => byUserId),
  );
  const numbers = await incidentNumbers(ctx, [
    ...events.flatMap(({ incidentId, otherIncidentId }) => [incidentId, otherIncidentId ?? incidentId]),
  ]);
  const others = new Map<string, { id: string; number: number }>();
  for (const { reportId } of events.flatMap(({ moves, reportId }) => [...moves, ...(reportId ? [{ reportId }] : [])]))
    others.set(reportId, { id: reportId, number: 0 });
  for (const { id, number } of await loadReports(ctx, [...others.keys()])) others.set(id, { id, number });
  const members = new Set(reports.map(({ id }) => id));
  const follows = (await loadFollows(ctx, [...members])).filter(
    ({ reportId, followsReportId }) => !members.has(reportId) || !members.has(followsReportId),
  );
  const tied = new Map(
    (
      await loadReports(ctx, [
        ...new Set(follows.flatMap(({ reportId, followsReportId }) => [reportId, followsReportId])),
      ])
    ).map(({ id, number }) => [id, number]),
  );
  const stands = new Set(standing(events).map(({ id }) => id));
  const clue = await openClue(ctx, incidentId);
  const by = (id: string) => names.get(id) ?? '';
  return {
    id: incident.id,
    number: incident.number,
    version: incident.version,
    isVerified: clue?.state === 'verified',
    reports: reports.map(({ id, number, kind }) => ({ id, number, kind })),
    values: incidentValuesOf(reports, choicesOf(incidentId, events)).map((value) => ({
      ...value,
      choice: value.choice && { ...value.choice, by: by(value.choice.byUserId) },
    })),
    links: links.map((link) => ({
      ...link,
      otherNumber: numbers.get(link.otherIncidentId) ?? 0,
      by: by(link.byUserId),
    })),
    /** What reporters tied together themselves: the second explosion's report and the first's. */
    toldLinks: follows.map(({ reportId, followsReportId }) => ({
      laterNumber: tied.get(reportId) ?? 0,
      earlierNumber: tied.get(followsReportId) ?? 0,
      otherNumber: tied.get(members.has(reportId) ? followsReportId : reportId) ?? 0,
    })),
    events: events.map((event) => ({
      id: event.id,
      kind: event.kind,
      /** Undone from its own incident's page only, on whose version it is based. */
      canUndo:
        stands.has(event.id) &&
        event.incidentId === incidentId &&
        blockers(event, moved).length === 0 &&
        (clue?.state !== 'verified' || event.kind === 'link' || event.kind === 'unlink'),
      isUndone: event.kind !== 'undo' && !stands.has(event.id),
      undoes: event.kind === 'undo' ? String(event.detail.undone) : null,
      field: event.field,
      linkKind: event.linkKind,
      incidentNumber: numbers.get(event.incidentId) ?? 0,
      otherNumber: event.otherIncidentId ? (numbers.get(event.otherIncidentId) ?? 0) : null,
      reports: (event.moves.length > 0 ? event.moves : event.reportId ? [{ reportId: event.reportId }] : []).map(
        ({ reportId }) => others.get(reportId)!.number,
      ),
      reason: event.reason,
      by: by(event.byUserId),
      at: event.at,
    })),
  };
}
export type IncidentStory = Awaited<ReturnType<typeof getIncidentStory>>;
