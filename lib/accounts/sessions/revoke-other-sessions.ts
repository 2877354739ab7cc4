import { recordAudit } from '../../audit/record.ts';
import type { Context } from '../../context.ts';
import { transaction } from '../../db/transaction.ts';
import { Problem } from '../../errors.ts';
import { endSessions } from '../store.ts';

/** Ends every session of the one who asks, the given one excepted; returns how many. */
export async function revokeOtherSessions(ctx: Context, keptId: string): Promise<number> {
  const { actor } = ctx;
  if (actor.type !== 'user') throw new Problem('not_signed_in');
  return transaction(ctx, async (ctx) => {
    const count = await endSessions(ctx, actor.userId, keptId);
    await recordAudit(ctx, {
      action: 'account.revoke_other_sessions',
      subjectType: 'user',
      subjectId: actor.userId,
      detail: { count },
    });
    return count;
  });
}
