import { eq } from 'drizzle-orm';
import { officialFeedback } from '../../../drizzle/schema/feedback.ts';
import type { Context } from '../../context.ts';
import { Problem } from '../../errors.ts';

/** Held until the transaction ends. Errors: not_found, stale_version when `basedOn` is given and not the newest. */
export async function lockFeedback(ctx: Context, id: string, basedOn?: number) {
  const [row] = await ctx.db.select().from(officialFeedback).where(eq(officialFeedback.id, id)).for('update');
  if (!row) throw new Problem('not_found');
  if (basedOn !== undefined && row.version !== basedOn) throw new Problem('stale_version', { version: row.version });
  return row;
}
type Row = Awaited<ReturnType<typeof lockFeedback>>;

/** Takes feedback out of use; its row stays. Errors: wrong_state. */
export async function closeFeedback(ctx: Context, row: Row, reason: string): Promise<number> {
  if (row.state === 'withdrawn') throw new Problem('wrong_state', { state: row.state });
  const version = row.version + 1;
  const withdrawnBy = ctx.actor.type === 'user' ? ctx.actor.userId : null;
  await ctx.db
    .update(officialFeedback)
    .set({ state: 'withdrawn', withdrawnBy, withdrawnAt: ctx.now, withdrawalReason: reason, version })
    .where(eq(officialFeedback.id, row.id));
  return version;
}
