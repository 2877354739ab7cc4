import { eq } from 'drizzle-orm';
import { type IncidentsRead, readIncidents } from '../../../drizzle/demonstration/parse-incidents.ts';
import { importBatches, importRows } from '../../../drizzle/schema/imports.ts';
import { recordAudit } from '../../audit/record.ts';
import { type Context, moderators, requireRole } from '../../context.ts';
import { transaction } from '../../db/transaction.ts';
import { isProblem, Problem } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { checkSubmission, submitReport } from '../../reports/submit-report.ts';
import { checkImportInput, mostRows, runImportInput } from './input.ts';
import { loadBatch } from './store.ts';

/** Imports come in by a programme: their reports have no account behind them. */
const asJob = (ctx: Context): Context => ({ ...ctx, actor: { type: 'job', name: 'import' } });

/**
 * Reads a file of publicly reported events and says of every row what would become of it; no report is stored. The answer
 * is kept as a batch, to be brought in by `runImport`. Columns: those of the project's public-incidents.csv.
 * Errors: invalid_input (no such columns, too large), forbidden.
 */
export async function checkImport(ctx: Context, raw: unknown) {
  const actor = requireRole(ctx, ...moderators);
  const { csv, series, fileName } = parseInput(checkImportInput, raw);
  const { read, plans, rejected } = readOrRefuse(csv, series);
  if (read > mostRows) throw new Problem('invalid_input', { fields: { csv: 'file_too_large' } });
  const refused = [...rejected];
  const fits: typeof plans = [];
  let repeated = 0;
  for (const plan of plans) {
    try {
      if ((await checkSubmission(asJob(ctx), plan.report)).repeated) repeated += 1;
      fits.push(plan);
    } catch (error) {
      refused.push({ row: plan.row, id: plan.id, reason: reasonOf(error) });
    }
  }
  const located = fits.filter((plan) => plan.located).length;
  return transaction(ctx, async (ctx) => {
    const [batch] = await ctx.db
      .insert(importBatches)
      .values({
        series,
        fileName,
        state: 'checked',
        csv,
        rowsRead: read,
        located,
        unlocated: fits.length - located,
        repeated,
        rejected: refused.sort((a, b) => a.row - b.row),
        checkedBy: actor.userId,
        checkedAt: ctx.now,
      })
      .returning();
    const detail = { series, read, located, unlocated: fits.length - located, repeated, rejected: refused.length };
    await recordAudit(ctx, { action: 'import.check', subjectType: 'import', subjectId: batch!.id, detail });
    return { batchId: batch!.id, number: batch!.number, version: batch!.version, ...detail };
  });
}

/**
 * Brings a checked batch in: each row a report of channel import, by a programme, with its publishers. A row is a
 * transaction of its own and one that is there already is left alone, so that an interrupted run is simply run again.
 * Errors: stale_version, already_done, intake_closed, not_found, forbidden.
 */
export async function runImport(ctx: Context, raw: unknown) {
  requireRole(ctx, ...moderators);
  const { batchId, version } = parseInput(runImportInput, raw);
  const batch = await loadBatch(ctx, batchId);
  if (!batch) throw new Problem('not_found');
  if (batch.state === 'imported' || batch.csv === null) throw new Problem('already_done');
  if (batch.version !== version) throw new Problem('stale_version', { version: batch.version });
  const { plans, rejected } = readOrRefuse(batch.csv, batch.series);
  const refused = [...rejected];
  let [imported, repeated] = [0, 0];
  for (const plan of plans) {
    try {
      await transaction(ctx, async (ctx) => {
        const sent = await submitReport(asJob(ctx), plan.report);
        const row = { batchId, row: plan.row, sourceId: plan.id, reportId: plan.report.reportId };
        const [kept] = await ctx.db.insert(importRows).values(row).onConflictDoNothing().returning();
        if (sent.repeated || !kept) repeated += 1;
        else imported += 1;
      });
    } catch (error) {
      if (isProblem(error) && error.code === 'intake_closed') throw error;
      refused.push({ row: plan.row, id: plan.id, reason: reasonOf(error) });
    }
  }
  return transaction(ctx, async (ctx) => {
    const held = await loadBatch(ctx, batchId, true);
    if (held?.state === 'imported') throw new Problem('already_done');
    await ctx.db
      .update(importBatches)
      .set({
        state: 'imported',
        csv: null,
        importedAt: ctx.now,
        repeated,
        rejected: refused.sort((a, b) => a.row - b.row),
        version: version + 1,
      })
      .where(eq(importBatches.id, batchId));
    const detail = { version: version + 1, imported, repeated, rejected: refused.length };
    await recordAudit(ctx, { action: 'import.run', subjectType: 'import', subjectId: batchId, detail });
    return { batchId, ...detail };
  });
}

function readOrRefuse(csv: string, series: string): IncidentsRead {
  const head = csv.slice(0, 2000).split(/\r?\n/, 1)[0] ?? '';
  if (!['id', 'date', 'date_precision', 'coord_precision', 'publisher'].every((column) => head.includes(column)))
    throw new Problem('invalid_input', { fields: { csv: 'columns_missing' } });
  try {
    return readIncidents(csv, series);
  } catch {
    throw new Problem('invalid_input', { fields: { csv: 'no_csv' } });
  }
}

/** Names the field and the key of what is wrong with it. */
function reasonOf(error: unknown): string {
  if (!isProblem(error)) throw error;
  const fields = Object.entries(error.detail.fields ?? {}).map(([field, key]) => `${field}: ${key}`);
  return fields.length > 0 ? fields.join(', ') : error.code;
}
