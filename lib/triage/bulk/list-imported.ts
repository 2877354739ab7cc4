import { type Context, moderators, requireRole } from '../../context.ts';
import { Problem } from '../../errors.ts';
import { isId } from '../../ids.ts';
import { incidentNumbers } from '../incidents/store.ts';
import { incidentValuesOf } from '../incidents/values.ts';
import { reportEstimate } from '../ledger.ts';
import { suggestSameEvent } from '../same-event/suggest-same-event.ts';
import { loadReports, type ReportRecord } from '../store.ts';
import { type ImportRow, loadBatch, loadBatches, loadProgress, loadRows } from './store.ts';

/** The batches, newest first. Errors: forbidden. */
export async function listImports(ctx: Context) {
  requireRole(ctx, ...moderators);
  return loadBatches(ctx);
}

export const rowStages = ['waiting', 'ungraded', 'graded', 'proposed', 'verified', 'repeat', 'left'] as const;
/** `waiting` for a decision, `ungraded` and `graded` in an incident, a `repeat` of another report, `left` to the ordinary queue. */
export type RowStage = (typeof rowStages)[number];
type Progress = Awaited<ReturnType<typeof loadProgress>>[number];

function stageOf({ clueState, incidentId, graded, reportState }: Progress, { decision }: ImportRow): RowStage {
  if (clueState === 'verified' || clueState === 'proposed') return clueState;
  if (incidentId) return graded ? 'graded' : 'ungraded';
  if (reportState === 'duplicate') return 'repeat';
  return decision === 'skip' ? 'left' : 'waiting';
}

/** So many rows around the current one come with what they tell. */
const mostShown = 100;

const told = (report: ReportRecord) => ({
  description: report.description,
  publishers: report.sources.map(({ publisher }) => publisher),
  values: incidentValuesOf([report]).filter(({ told }) => told.length > 0),
  located: reportEstimate(report) !== null,
});

/**
 * A batch with where each row stands. `at` is a row's id; that row, or the first that waits, is the current one: it comes
 * with its candidates, best first, and `shown` are the rows around it with what they tell. Errors: not_found, forbidden.
 */
export async function getImport(ctx: Context, batchId: string, at?: string) {
  requireRole(ctx, ...moderators);
  const found = isId(batchId) ? await loadBatch(ctx, batchId) : null;
  if (!found) throw new Problem('not_found');
  const { csv: _, ...batch } = found;
  const progress = new Map((await loadProgress(ctx, batchId)).map((one) => [one.rowId, one]));
  const numbers = await incidentNumbers(
    ctx,
    [...progress.values()].flatMap(({ incidentId }) => incidentId ?? []),
  );
  const rows = (await loadRows(ctx, batchId)).map((row) => {
    const state = progress.get(row.id)!;
    const { incidentId, reportId, reportNumber, reportVersion } = state;
    return {
      id: row.id,
      row: row.row,
      sourceId: row.sourceId,
      stage: stageOf(state, row),
      heldApart: row.heldApart,
      report: { id: reportId, number: Number(reportNumber), version: reportVersion },
      incident: incidentId ? { id: incidentId, number: numbers.get(incidentId) ?? 0 } : null,
    };
  });
  const first = (wanted: RowStage) => rows.findIndex(({ stage }) => stage === wanted);
  const asked = rows.findIndex(({ id }) => id === at);
  const index = [asked, first('waiting'), first('graded')].find((one) => one >= 0) ?? -1;
  const from = Math.max(0, Math.min(index - mostShown / 2, rows.length - mostShown));
  const around = rows.slice(from, from + mostShown);
  const reports = await loadReports(
    ctx,
    around.map(({ report }) => report.id),
  );
  const byId = new Map(reports.map((report) => [report.id, told(report)]));
  const shown = around.map((row) => ({ ...row, ...byId.get(row.report.id)! }));
  const current = shown.find(({ id }) => id === rows[index]?.id) ?? null;
  return {
    batch,
    rows,
    shown,
    current,
    previousId: rows[index - 1]?.id ?? null,
    nextId: index >= 0 ? (rows[index + 1]?.id ?? null) : null,
    candidates: current?.stage === 'waiting' ? await suggestSameEvent(ctx, current.report.id) : [],
    counts: Object.fromEntries(
      rowStages.map((stage) => [stage, rows.filter((one) => one.stage === stage).length]),
    ) as Record<RowStage, number>,
  };
}
export type ImportView = Awaited<ReturnType<typeof getImport>>;
export type ImportedRow = ImportView['shown'][number];
