import { is } from 'drizzle-orm';
import { PgTransaction } from 'drizzle-orm/pg-core';
import type { Database } from './client.ts';

/** Runs `work` with a context whose `db` is one transaction: committed when it returns, rolled back when it throws. Nested calls join. */
export function transaction<C extends { db: Database }, T>(ctx: C, work: (ctx: C) => Promise<T>): Promise<T> {
  if (is(ctx.db, PgTransaction)) return work(ctx);
  return ctx.db.transaction((db) => work({ ...ctx, db }));
}
