import { recordAudit } from '../../audit/record.ts';
import type { Context } from '../../context.ts';
import { transaction } from '../../db/transaction.ts';
import { Problem } from '../../errors.ts';
import { dropExpired } from './store.ts';

/** Erases drafts past their time; returns how many. A job's work alone. */
export async function expireDrafts(ctx: Context): Promise<number> {
  if (ctx.actor.type !== 'job') throw new Problem('forbidden');
  return transaction(ctx, async (ctx) => {
    const count = await dropExpired(ctx.db, ctx.now);
    if (count > 0)
      await recordAudit(ctx, {
        action: 'draft.expire',
        subjectType: 'deployment',
        subjectId: 'report_drafts',
        detail: { count },
      });
    return count;
  });
}
