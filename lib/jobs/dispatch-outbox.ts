import { asc, inArray, isNull, lt, sql } from 'drizzle-orm';
import { fromDrizzle, type PgBoss } from 'pg-boss';
import { outboxEvents } from '../../drizzle/schema/jobs.ts';
import type { Context } from '../context.ts';
import { transaction } from '../db/transaction.ts';
import { consequences } from './consequences.ts';

const batch = 100;
const keptDays = 30;

/**
 * Hands waiting events on as jobs, in one transaction with marking them: none is lost, none handed on twice.
 * Returns how many were handed on. An event of a type that nobody knows is marked and told.
 */
export function dispatchOutbox(ctx: Context, boss: Pick<PgBoss, 'send'>): Promise<number> {
  return transaction(ctx, async (ctx) => {
    const events = await ctx.db
      .select({ id: outboxEvents.id, type: outboxEvents.type })
      .from(outboxEvents)
      .where(isNull(outboxEvents.dispatchedAt))
      .orderBy(asc(outboxEvents.id))
      .limit(batch)
      .for('update', { skipLocked: true });
    if (events.length === 0) return 0;
    const wanted = new Set(events.flatMap(({ type }) => followers(type)));
    for (const job of wanted) await boss.send(job, {}, { db: fromDrizzle(ctx.db, sql) });
    const ids = events.map(({ id }) => id);
    await ctx.db.update(outboxEvents).set({ dispatchedAt: ctx.now }).where(inArray(outboxEvents.id, ids));
    await ctx.db
      .delete(outboxEvents)
      .where(lt(outboxEvents.dispatchedAt, new Date(ctx.now.getTime() - keptDays * 86_400_000)));
    return events.length;
  });
}

function followers(type: string): readonly string[] {
  if (type in consequences) return consequences[type as keyof typeof consequences];
  console.error(`outbox: nothing is known of ${type}`);
  return [];
}
