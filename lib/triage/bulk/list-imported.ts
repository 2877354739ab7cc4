import { type Context, moderators, requireRole } from '../../context.ts';
import { Problem } from '../../errors.ts';
import { incidentEstimateOf } from '../incidents/estimate.ts';
import { incidentNumbers } from '../incidents/store.ts';
import { incidentValuesOf } from '../incidents/values.ts';
import { suggestSameEvent } from '../same-event/suggest-same-event.ts';
import { loadReports } from '../store.ts';
import { loadBatch, loadBatches, loadProgress, loadRows } from './store.ts';

/** The batches, newest first. Errors: forbidden. */
export async function listImports(ctx: Context) {
  requireRole(ctx, ...moderators);
  return loadBatches(ctx);
}

/** `waiting` for a decision, a `repeat` of another, `left` to the ordinary queue, `ungraded`, `graded`, `proposed`, `verified`. */
export type RowStage = 'waiting' | 'repeat' | 'left' | 'ungraded' | 'graded' | 'proposed' | 'verified';

/**
 * A batch with where each row stands. `at` is a row's id; the candidates of that row, or of the first that waits, come
 * with it, best first. Errors: not_found, forbidden.
 */
export async function getImport(ctx: Context, batchId: string, at?: string) {
  requireRole(ctx, ...moderators);
  const found = /^[0-9a-f-]{36}$/i.test(batchId) ? await loadBatch(ctx, batchId) : null;
  if (!found) throw new Problem('not_found');
  const { csv: _, ...batch } = found;
  const progress = new Map((await loadProgress(ctx, batchId)).map((one) => [one.rowId, one]));
  const rows = await loadRows(ctx, batchId);
  const reports = await loadReports(
    ctx,
    rows.map(({ reportId }) => reportId),
  );
  const byId = new Map(reports.map((report) => [report.id, report]));
  const numbers = await incidentNumbers(
    ctx,
    [...progress.values()].flatMap(({ incidentId }) => incidentId ?? []),
  );
  const list = rows.map((row) => {
    const { incidentId, clueId, clueState, graded } = progress.get(row.id)!;
    const report = byId.get(row.reportId)!;
    const stage: RowStage =
      clueState === 'verified' || clueState === 'proposed'
        ? clueState
        : incidentId
          ? graded
            ? 'graded'
            : 'ungraded'
          : report.state === 'duplicate'
            ? 'repeat'
            : row.decision === 'skip'
              ? 'left'
              : 'waiting';
    return {
      id: row.id,
      row: row.row,
      sourceId: row.sourceId,
      stage,
      heldApart: row.heldApart,
      report: { id: report.id, number: report.number, version: report.version, description: report.description },
      publishers: report.sources.map(({ publisher }) => publisher),
      values: incidentValuesOf([report]).filter(({ told }) => told.length > 0),
      located: incidentEstimateOf([report]) !== null,
      incident: incidentId ? { id: incidentId, number: numbers.get(incidentId) ?? 0 } : null,
      clueId,
    };
  });
  const first = (wanted: RowStage) => list.find(({ stage }) => stage === wanted);
  const current = list.find(({ id }) => id === at) ?? first('waiting') ?? first('graded') ?? null;
  const counts = Object.fromEntries(
    (['waiting', 'repeat', 'left', 'ungraded', 'graded', 'proposed', 'verified'] as const).map((stage) => [
      stage,
      list.filter((one) => one.stage === stage).length,
    ]),
  ) as Record<RowStage, number>;
  const candidates = current?.stage === 'waiting' ? await suggestSameEvent(ctx, current.report.id) : [];
  return { batch, rows: list, current, candidates, counts };
}
export type ImportView = Awaited<ReturnType<typeof getImport>>;
export type ImportedRow = ImportView['rows'][number];
