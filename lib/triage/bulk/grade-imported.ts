import { type Context, moderators, requireRole } from '../../context.ts';
import { isProblem, Problem } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { assessReport } from '../assess-report.ts';
import { gradeImportedInput } from './input.ts';
import { loadBatch, loadProgress } from './store.ts';

/**
 * Grades every report of a batch that is in an incident and not graded, each by itself and on record like any other grade.
 * No chain of knowledge is claimed: what media repeat from each other counts once. Answers how many were graded.
 * Errors: not_found, forbidden, invalid_input.
 */
export async function gradeImported(ctx: Context, raw: unknown) {
  requireRole(ctx, ...moderators);
  const { batchId, ...grade } = parseInput(gradeImportedInput, raw);
  const batch = await loadBatch(ctx, batchId);
  if (!batch) throw new Problem('not_found');
  let graded = 0;
  for (const { reportId, reportVersion, graded: has, incidentId } of await loadProgress(ctx, batchId)) {
    if (has || incidentId === null) continue;
    try {
      await assessReport(ctx, { reportId, version: reportVersion, ...grade, note: `Imported: ${batch.series}` });
      graded += 1;
    } catch (error) {
      // somebody is at it, or it was closed meanwhile: it stays in the list as it is
      if (!isProblem(error) || !['stale_version', 'wrong_state', 'same_person'].includes(error.code)) throw error;
    }
  }
  return { batchId, graded };
}
