import { desc, eq } from 'drizzle-orm';
import { users } from '../../../drizzle/schema/accounts.ts';
import { evidenceTables } from '../../../drizzle/schema/evidence.ts';
import type { Context } from '../../context.ts';
import { completeRows, fieldRows, type TableRow } from './rows.ts';

export async function newestTable(ctx: Context): Promise<{ number: number; rows: readonly TableRow[] }> {
  const [row] = await ctx.db.select().from(evidenceTables).orderBy(desc(evidenceTables.number)).limit(1);
  return row ? { number: row.number, rows: completeRows(row.rows as TableRow[]) } : { number: 0, rows: fieldRows };
}

export const loadTables = (ctx: Context) =>
  ctx.db
    .select({
      number: evidenceTables.number,
      rows: evidenceTables.rows,
      reason: evidenceTables.reason,
      restores: evidenceTables.restores,
      savedAt: evidenceTables.savedAt,
      savedBy: users.name,
    })
    .from(evidenceTables)
    .innerJoin(users, eq(users.id, evidenceTables.savedBy))
    .orderBy(desc(evidenceTables.number));
