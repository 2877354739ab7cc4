import { type Context, moderators, requireRole } from '../../context.ts';
import { Problem } from '../../errors.ts';
import { spoken } from '../../ids.ts';
import { listPhotos } from '../../media/list-photos.ts';
import { parseInput } from '../../parse-input.ts';
import { effectiveUncertaintyMetres } from '../estimate.ts';
import { gapMetres } from '../gap.ts';
import { claimsOf } from '../ledger.ts';
import { suggestSameEvent } from '../same-event/suggest-same-event.ts';
import { loadIncident, loadReports, memberIds } from '../store.ts';
import { incidentEstimateOf } from './estimate.ts';
import { findSide } from './find-side.ts';
import { type IncidentField, incidentFields, sideInput } from './input.ts';
import { choicesOf } from './replay.ts';
import { loadFollows, loadIncidentEvents } from './store.ts';
import { type IncidentValue, incidentValuesOf } from './values.ts';

/** How two sides compare on a field: equal, both may be true, not both, or told on one side only. */
export type Comparison = 'same' | 'fits' | 'differs' | 'only_a' | 'only_b';
export type TwinRow = { field: IncidentField; a: IncidentValue; b: IncidentValue; comparison: Comparison };

async function side(ctx: Context, name: string) {
  const { kind, id, incidentId } = await findSide(ctx, name);
  const incident = incidentId ? await loadIncident(ctx, incidentId) : null;
  const reports = await loadReports(ctx, kind === 'report' ? [id] : await memberIds(ctx, id));
  const choices = kind === 'incident' ? choicesOf(id, await loadIncidentEvents(ctx, [id])) : [];
  const photos = await listPhotos(
    ctx,
    reports.map((report) => report.id),
  );
  return { name: name.toUpperCase(), kind, id, incident, reports, choices, photos };
}
type Loaded = Awaited<ReturnType<typeof side>>;

function viewOf({ name, kind, id, incident, reports, choices, photos }: Loaded) {
  return {
    name,
    kind,
    id,
    version: kind === 'report' ? reports[0]!.version : incident!.version,
    practice: kind === 'report' ? reports[0]!.practice : incident!.practice,
    incident: incident && { id: incident.id, number: incident.number, version: incident.version },
    reports: reports.map(
      ({ id, number, kind, language, description, channel, submittedAt, sources, victims, state }) => ({
        id,
        number,
        kind,
        state,
        language,
        description,
        channel,
        submittedAt,
        publishers: sources.map(({ publisher }) => publisher),
        victims: victims.length,
        photos: photos
          .filter((photo) => photo.reportId === id)
          .map(({ id, number, reviewed, boxes }) => ({ id, number, reviewed, boxes })),
      }),
    ),
    claims: reports.flatMap(claimsOf).map((claim) => ({
      ...claim,
      reportName: spoken.report(reports.find((one) => one.id === claim.reportId)!.number),
      effectiveUncertaintyMetres: effectiveUncertaintyMetres(claim),
    })),
    estimate: incidentEstimateOf(reports, choices),
  };
}
export type TwinSide = ReturnType<typeof viewOf>;

function rowsOf(a: Loaded, b: Loaded): TwinRow[] {
  const [left, right] = [incidentValuesOf(a.reports, a.choices), incidentValuesOf(b.reports, b.choices)];
  const all = [...a.reports, ...b.reports];
  return incidentFields.flatMap((field, i): TwinRow[] => {
    const [one, two] = [left[i]!, right[i]!];
    if (!one.from && !two.from) return [];
    if (!one.from || !two.from) return [{ field, a: one, b: two, comparison: one.from ? 'only_a' : 'only_b' }];
    const pair = all.filter(({ id }) => id === one.from?.id || id === two.from?.id);
    const both = incidentValuesOf(pair)[i]!;
    return [{ field, a: one, b: two, comparison: both.differs ? 'differs' : both.told.length > 1 ? 'fits' : 'same' }];
  });
}

/**
 * Two reports, a report and an incident, or two incidents beside each other: claims, values field by field with how they
 * compare, why they may be one event, and what saying so would do. Errors: not_found, invalid_input, forbidden.
 */
export async function getTwin(ctx: Context, raw: { a: string; b: string }) {
  requireRole(ctx, ...moderators);
  const names = { a: parseInput(sideInput, raw.a), b: parseInput(sideInput, raw.b) };
  const [a, b] = [await side(ctx, names.a), await side(ctx, names.b)];
  if (a.id === b.id) throw new Problem('not_found');
  const [sideA, sideB] = [viewOf(a), viewOf(b)];
  const candidates = a.reports[0] ? await suggestSameEvent(ctx, a.reports[0].id) : [];
  const [ofA, ofB] = [a, b].map((one) => new Set(one.reports.map(({ id }) => id)));
  const follows = await loadFollows(ctx, [...ofA!]);
  const isThere = ({ reportId }: { reportId: string }) => b.reports.some(({ id }) => id === reportId);
  const [here, there] = [a.incident?.id ?? null, b.incident?.id ?? null];
  const act = here && here === there ? 'together' : here && there ? 'merge' : here || there ? 'add' : 'make';
  return {
    a: sideA,
    b: sideB,
    rows: rowsOf(a, b),
    metresApart: sideA.estimate && sideB.estimate ? gapMetres(sideA.estimate.geometry, sideB.estimate.geometry) : null,
    /** What makes them one event, as the candidates' score tells it; null when it does not offer them. */
    candidate: candidates.find(isThere) ?? null,
    /** Which side a reporter says came first, where one tied them together. */
    toldFirst: follows.some(({ reportId, followsReportId }) => ofA!.has(followsReportId) && ofB!.has(reportId))
      ? ('a' as const)
      : follows.some(({ reportId, followsReportId }) => ofB!.has(followsReportId) && ofA!.has(reportId))
        ? ('b' as const)
        : null,
    others: candidates.filter((one) => !isThere(one)),
    /** What "the same event" would do: make an incident of both, add one to the other's, merge two, or nothing. */
    act: act as 'make' | 'add' | 'merge' | 'together',
    incidentId: here === there ? here : (here ?? there),
  };
}
export type TwinView = Awaited<ReturnType<typeof getTwin>>;
