import { asc, desc, eq, getTableColumns, inArray, sql } from 'drizzle-orm';
import { importBatches, importRows } from '../../../drizzle/schema/imports.ts';
import type { Context } from '../../context.ts';

export type ImportBatch = typeof importBatches.$inferSelect;
export type ImportRow = typeof importRows.$inferSelect;

export async function loadBatch(ctx: Context, id: string, lock = false): Promise<ImportBatch | null> {
  const query = ctx.db.select().from(importBatches).where(eq(importBatches.id, id));
  const [row] = await (lock ? query.for('update') : query);
  return row ?? null;
}

/** The newest first, without their files. */
export async function loadBatches(ctx: Context, limit = 50) {
  const { csv: _, ...columns } = getTableColumns(importBatches);
  return ctx.db.select(columns).from(importBatches).orderBy(desc(importBatches.number)).limit(limit);
}

export async function loadRow(ctx: Context, id: string): Promise<ImportRow | null> {
  const [row] = await ctx.db.select().from(importRows).where(eq(importRows.id, id)).for('update');
  return row ?? null;
}

export const loadRows = (ctx: Context, batchId: string): Promise<ImportRow[]> =>
  ctx.db.select().from(importRows).where(eq(importRows.batchId, batchId)).orderBy(asc(importRows.row));

/** Where each row of a batch stands: its report, incident and clue, as ids and states. */
export async function loadProgress(ctx: Context, batchId: string) {
  const { rows } = await ctx.db.execute<{
    rowId: string;
    reportId: string;
    reportNumber: string;
    reportVersion: number;
    reportState: string;
    graded: boolean;
    incidentId: string | null;
    clueId: string | null;
    clueState: string | null;
  }>(sql`
    select w.id as "rowId", w.report_id as "reportId", r.number as "reportNumber", r.version as "reportVersion",
      r.state as "reportState",
      exists (select from assessments a where a.report_id = r.id and a.superseded_at is null) as graded,
      m.incident_id as "incidentId", c.id as "clueId", c.state as "clueState"
    from import_rows w
    join reports r on r.id = w.report_id
    left join incident_reports m on m.report_id = r.id and m.removed_at is null
    left join clues c on c.incident_id = m.incident_id and c.state in ('proposed', 'verified')
    where w.batch_id = ${batchId}
    order by w.row`);
  return rows;
}

export async function saveDecision(
  ctx: Context,
  id: string,
  decision: Pick<ImportRow, 'decision' | 'heldApart' | 'decidedBy'>,
): Promise<void> {
  await ctx.db
    .update(importRows)
    .set({ ...decision, decidedAt: ctx.now })
    .where(eq(importRows.id, id));
}

/** Who brought which of these reports in from a file. */
export async function importersOf(ctx: Context, reportIds: readonly string[]) {
  if (reportIds.length === 0) return [];
  return ctx.db
    .selectDistinct({ reportId: importRows.reportId, userId: importBatches.checkedBy })
    .from(importRows)
    .innerJoin(importBatches, eq(importBatches.id, importRows.batchId))
    .where(inArray(importRows.reportId, [...reportIds]));
}
