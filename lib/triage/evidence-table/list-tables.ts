import { type Context, moderators, requireRole } from '../../context.ts';
import { completeRows, fieldRows, rowChanges, type TableRow } from './rows.ts';
import { loadTables } from './store.ts';

/** Every saved version of the mapping, newest first, each with what it changed; before the first stands the field's own, number 0. */
export async function listTables(ctx: Context) {
  requireRole(ctx, 'administrator', ...moderators);
  const stored = (await loadTables(ctx)).map((one) => ({ ...one, rows: completeRows(one.rows as TableRow[]) }));
  return {
    number: stored[0]?.number ?? 0,
    rows: stored[0]?.rows ?? fieldRows,
    versions: stored.map(({ rows, ...one }, i) => ({
      ...one,
      changes: rowChanges(stored[i + 1]?.rows ?? fieldRows, rows),
    })),
  };
}
export type TableHistory = Awaited<ReturnType<typeof listTables>>;
