import { and, eq, isNull } from 'drizzle-orm';
import { sessions } from '../../../drizzle/schema/accounts.ts';
import { recordAudit } from '../../audit/record.ts';
import type { Context } from '../../context.ts';
import { transaction } from '../../db/transaction.ts';
import { Problem } from '../../errors.ts';

/** Ends one session of the one who asks; it fails at its next request. Others' sessions are not found. */
export async function revokeSession(ctx: Context, sessionId: string): Promise<void> {
  const { actor } = ctx;
  if (actor.type !== 'user') throw new Problem('not_signed_in');
  await transaction(ctx, async (ctx) => {
    const ended = await ctx.db
      .update(sessions)
      .set({ revokedAt: ctx.now })
      .where(and(eq(sessions.id, sessionId), eq(sessions.userId, actor.userId), isNull(sessions.revokedAt)))
      .returning({ id: sessions.id });
    if (ended.length === 0) throw new Problem('not_found');
    await recordAudit(ctx, { action: 'account.revoke_session', subjectType: 'user', subjectId: actor.userId });
  });
}
