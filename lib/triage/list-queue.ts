import { type Context, moderators, requireRole } from '../context.ts';
import { parseInput } from '../parse-input.ts';
import { countQueue, findQueue, needs } from './find-queue.ts';
import { type QueueFilter, queueFilter } from './input.ts';
import { reportEstimate } from './ledger.ts';
import { loadReports, type ReportRecord } from './store.ts';

/** The reports that match, most needed first, with counts of the whole queue. Errors: forbidden, invalid_input. */
export async function listQueue(ctx: Context, raw: QueueFilter = {}) {
  const { userId } = requireRole(ctx, ...moderators);
  const filter = parseInput(queueFilter, raw);
  const { found, matching } = await findQueue(ctx, userId, filter);
  const reports = await loadReports(
    ctx,
    found.map(({ id }) => id),
  );
  const byId = new Map(reports.map((report) => [report.id, report]));
  const items = found.flatMap(({ id, need, incidentNumber, clueNumber, clueState }) => {
    const report = byId.get(id);
    if (!report) return [];
    return {
      ...inShort(report),
      need: needs[need]!,
      incidentNumber: incidentNumber === null ? null : Number(incidentNumber),
      clueNumber: clueNumber === null ? null : Number(clueNumber),
      clueState,
    };
  });
  return { items, matching, counts: await countQueue(ctx) };
}
export type QueueItem = Awaited<ReturnType<typeof listQueue>>['items'][number];

const inShort = (report: ReportRecord) => ({
  reportId: report.id,
  number: report.number,
  kind: report.kind,
  state: report.state,
  version: report.version,
  submittedAt: report.submittedAt,
  channel: report.channel,
  killed: report.killed,
  injured: report.injured,
  species: report.animals[0]?.species ?? null,
  placeName: report.claims.find(({ placeNameAsGiven }) => placeNameAsGiven)?.placeNameAsGiven ?? null,
  dateStart: report.dateStart,
  dateEnd: report.dateEnd,
  datePrecision: report.datePrecision,
  estimate: reportEstimate(report),
  assessed: report.assessment !== null,
});
