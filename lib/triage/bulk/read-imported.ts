import { type Context, moderators, requireRole } from '../../context.ts';
import { isProblem, Problem } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { loadReports } from '../store.ts';
import { decideText } from '../text/decide-text.ts';
import { marksOf } from '../text/marks.ts';
import { readImportedInput } from './input.ts';
import { loadBatch, loadProgress } from './store.ts';

/** As many texts as one person reads in a row. */
const mostShown = 50;

/**
 * Texts of a batch's reports that are in an incident and that nobody has read, the first fifty in the order of the list,
 * each with the flags of the detector in it, and how many there are. Errors: forbidden.
 */
export async function listUnreadTexts(ctx: Context, batchId: string) {
  requireRole(ctx, ...moderators);
  const rows = (await loadProgress(ctx, batchId)).filter(
    ({ incidentId, clueState }) => incidentId && clueState !== 'verified',
  );
  const reports = await loadReports(
    ctx,
    rows.map(({ reportId }) => reportId),
  );
  const unread = reports.flatMap(({ id, number, version, language, description, text }) =>
    description && !text.read
      ? [{ id, number, version, language, description, marks: marksOf(description, text.spans) }]
      : [],
  );
  return { count: unread.length, texts: unread.slice(0, mostShown) };
}
export type UnreadText = Awaited<ReturnType<typeof listUnreadTexts>>['texts'][number];

/**
 * Says of texts that a person has just read that they hide nothing, each by itself and on record; `seen` are the reports
 * at the versions that were shown. What the detector flags in, or what changed meanwhile, stays unread. Answers how many
 * were read. Errors: not_found, forbidden, invalid_input.
 */
export async function readImported(ctx: Context, raw: unknown) {
  requireRole(ctx, ...moderators);
  const { batchId, seen } = parseInput(readImportedInput, raw);
  if (!(await loadBatch(ctx, batchId))) throw new Problem('not_found');
  const own = new Set((await loadProgress(ctx, batchId)).map(({ reportId }) => reportId));
  const versions = new Map(seen.map(({ reportId, version }) => [reportId, version]));
  const reports = await loadReports(
    ctx,
    [...versions.keys()].filter((id) => own.has(id)),
  );
  let read = 0;
  for (const { id, description, text } of reports) {
    if (!description || text.read || marksOf(description, text.spans).length > 0) continue;
    try {
      await decideText(ctx, { reportId: id, version: versions.get(id), spans: [] });
      read += 1;
    } catch (error) {
      if (!isProblem(error) || !['stale_version', 'wrong_state', 'same_person'].includes(error.code)) throw error;
    }
  }
  return { batchId, read };
}
