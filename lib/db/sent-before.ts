import { eq, type InferSelectModel, sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Context } from '../context.ts';

/**
 * What an earlier post of the same form made, by the id that the form drew. Of two posts at once the second waits for the first.
 * Call it within the transaction that inserts, before anything is changed.
 */
export async function sentBefore<Table extends PgTable & { id: PgColumn }>(
  ctx: Context,
  table: Table,
  id: string | undefined,
): Promise<InferSelectModel<Table> | undefined> {
  if (!id) return undefined;
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`);
  const [row] = await ctx.db
    .select()
    .from(table as PgTable)
    .where(eq(table.id, id));
  return row as InferSelectModel<Table> | undefined;
}
