import { and, asc, inArray, isNull, sql } from 'drizzle-orm';
import { reportPhotos } from '../../../drizzle/schema/media.ts';
import { incidentReports } from '../../../drizzle/schema/triage.ts';
import type { Context } from '../../context.ts';
import { loadReports } from '../store.ts';
import { loadEvidenceItems, loadTies } from './store.ts';

/** What the ledger of an incident is made of, all but the table of classes. `lock` holds the reports. */
export const loadPieces = async (ctx: Context, incidentId: string, lock = false) =>
  (await loadPiecesOf(ctx, [incidentId], lock)).get(incidentId)!;

/** The same of many incidents at once, by their ids. */
export async function loadPiecesOf(ctx: Context, incidentIds: readonly string[], lock = false) {
  const members = await ctx.db
    .select({ incidentId: incidentReports.incidentId, reportId: incidentReports.reportId })
    .from(incidentReports)
    .where(and(inArray(incidentReports.incidentId, [...incidentIds]), isNull(incidentReports.removedAt)))
    .orderBy(asc(incidentReports.addedAt));
  const incidentOf = new Map(members.map(({ reportId, incidentId }) => [reportId, incidentId]));
  const reports = Map.groupBy(await loadReports(ctx, [...incidentOf.keys()], lock), ({ id }) => incidentOf.get(id)!);
  const pictures = await loadPictures(ctx, [...incidentOf.keys()]);
  const merged = await mergedInto(ctx, incidentIds);
  const sources = [...incidentIds, ...merged.keys()];
  const home = ({ incidentId }: { incidentId: string }) => merged.get(incidentId) ?? incidentId;
  const items = Map.groupBy(await loadEvidenceItems(ctx, sources), (one) => home(one));
  const ties = Map.groupBy(await loadTies(ctx, sources), (one) => home(one));
  return new Map(
    incidentIds.map((id) => {
      const all = items.get(id) ?? [];
      return [
        id,
        {
          reports: reports.get(id) ?? [],
          evidenceItems: all.filter(({ supersededAt }) => supersededAt === null),
          closedItems: all.filter(({ supersededAt }) => supersededAt !== null),
          pictures,
          ties: ties.get(id) ?? [],
          recorders: [...new Set(all.map(({ recordedBy }) => recordedBy))],
        },
      ];
    }),
  );
}

/** Incidents without reports whose reports are in one of these now: what was recorded beside them has come along, until that is undone. */
async function mergedInto(ctx: Context, incidentIds: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await ctx.db.execute<{ was: string; now: string }>(sql`
    select distinct was.incident_id as was, here.incident_id as now
    from incident_reports here join incident_reports was on was.report_id = here.report_id
    where here.removed_at is null and was.incident_id <> here.incident_id
      and ${inArray(sql`here.incident_id`, [...incidentIds])}
      and not exists (select from incident_reports m where m.incident_id = was.incident_id and m.removed_at is null)
    order by was.incident_id, here.incident_id desc`);
  return new Map(rows.map(({ was, now }) => [was, now]));
}

async function loadPictures(ctx: Context, reportIds: readonly string[]): Promise<Map<string, bigint[]>> {
  const rows = await ctx.db
    .select({ reportId: reportPhotos.reportId, hash: reportPhotos.perceptualHash })
    .from(reportPhotos)
    .where(inArray(reportPhotos.reportId, [...reportIds]));
  const byReport = new Map<string, bigint[]>();
  for (const { reportId, hash } of rows)
    if (reportId !== null && hash !== null) byReport.set(reportId, [...(byReport.get(reportId) ?? []), hash]);
  return byReport;
}
