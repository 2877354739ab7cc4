import { is } from 'drizzle-orm';
import { PgTransaction } from 'drizzle-orm/pg-core';
import type { Database } from './client.ts';

const tries = 3;

/**
 * Runs `work` with a context whose `db` is one transaction: committed when it returns, rolled back when it throws. Nested
 * calls join. When the database ends it to resolve a deadlock, nothing has happened, and it runs again.
 */
export async function transaction<C extends { db: Database }, T>(
  ctx: C,
  work: (ctx: C) => Promise<T>,
  left = tries,
): Promise<T> {
  if (is(ctx.db, PgTransaction)) return work(ctx);
  try {
    return await ctx.db.transaction((db) => work({ ...ctx, db }));
  } catch (error) {
    if (left > 1 && isDeadlock(error)) return transaction(ctx, work, left - 1);
    throw error;
  }
}

const isDeadlock = (error: unknown): boolean =>
  error instanceof Error && ((error as { code?: string }).code === '40P01' || isDeadlock(error.cause));
