import { sql } from 'drizzle-orm';
import { type Context, moderators, requireRole } from '../context.ts';
import { Problem } from '../errors.ts';
import type { Geometry } from '../geo/lng-lat.ts';
import { gapMetres } from './gap.ts';
import { reportEstimate } from './ledger.ts';
import { offeredScore, type Sighting, sameEventScore } from './same-event.ts';
import { loadReports, type ReportRecord } from './store.ts';

/** Settlement points err by 2 km each; twice their sum, and a little. */
const reachMetres = 8500;
const mostNear = 60;
const mostOffered = 10;

/**
 * Reports that may tell of the same event, best first, each with its reasons; those of the report's own incident are
 * left out. Errors: not_found, forbidden.
 */
export async function suggestSameEvent(ctx: Context, reportId: string) {
  requireRole(ctx, ...moderators);
  const [report] = await loadReports(ctx, [reportId]);
  if (!report) throw new Problem('not_found');
  const here = reportEstimate(report);
  if (!here) return [];
  const near = await nearby(ctx, reportId, here.geometry, report.practice);
  const others = await loadReports(ctx, [...near.keys()]);
  return others
    .flatMap((other) => {
      const there = reportEstimate(other);
      if (!there) return [];
      const metres = gapMetres(here.geometry, there.geometry);
      const { score, reasons } = sameEventScore(sighting(report, here), sighting(other, there), metres);
      const { id, number, kind, state, dateStart, datePrecision } = other;
      const incident = near.get(id)!;
      return [
        {
          reportId: id,
          number,
          kind,
          state,
          dateStart,
          datePrecision,
          metres: Math.round(metres),
          score,
          reasons,
          ...incident,
        },
      ];
    })
    .filter(({ score }) => score >= offeredScore)
    .sort((a, b) => b.score - a.score || a.metres - b.metres)
    .slice(0, mostOffered);
}
export type SameEventCandidate = Awaited<ReturnType<typeof suggestSameEvent>>[number];

const sighting = (report: ReportRecord, { uncertaintyMetres }: { uncertaintyMetres: number }): Sighting => ({
  kind: report.kind,
  dateStart: report.dateStart,
  dateEnd: report.dateEnd,
  datePrecision: report.datePrecision,
  uncertaintyMetres,
  killed: report.killed,
  injured: report.injured,
  deviceCategory: report.devices[0]?.category ?? 'unknown',
});

/** The nearest reports within reach that are still of use, with the incident they are in. */
async function nearby(ctx: Context, reportId: string, geometry: Geometry, practice: boolean) {
  const here = sql`ST_SetSRID(ST_GeomFromGeoJSON(${JSON.stringify(geometry)}), 4326)`;
  // degrees first, so that the index on geometry serves; a degree of longitude is at least 83 km here
  const { rows } = await ctx.db.execute<{ id: string; incidentId: string | null; incidentNumber: string | null }>(sql`
    with near as (
      select c.report_id, min(ST_Distance(c.geometry, ${here})) as degrees
      from location_claims c
      where ST_DWithin(c.geometry, ${here}, ${reachMetres / 83_000}) and c.report_id <> ${reportId}
      group by c.report_id
    )
    select r.id, i.id as "incidentId", i.number as "incidentNumber"
    from near n
    join reports r on r.id = n.report_id
    left join incident_reports m on m.report_id = r.id and m.removed_at is null
    left join incidents i on i.id = m.incident_id
    where r.practice = ${practice} and r.state not in ('rejected', 'duplicate', 'withdrawn', 'superseded')
      and (i.id is null or i.id is distinct from
        (select incident_id from incident_reports where report_id = ${reportId} and removed_at is null))
    order by n.degrees
    limit ${mostNear}`);
  return new Map(
    rows.map(({ id, incidentId, incidentNumber }) => [
      id,
      { incidentId, incidentNumber: incidentNumber === null ? null : Number(incidentNumber) },
    ]),
  );
}
