import { eq } from 'drizzle-orm';
import { users } from '../../../drizzle/schema/accounts.ts';
import { recordAudit } from '../../audit/record.ts';
import { type Context, requireRole } from '../../context.ts';
import { transaction } from '../../db/transaction.ts';
import { Problem } from '../../errors.ts';
import { endSessions, expireLinks, keepAnAdministrator, lockUser } from '../store.ts';

/** Ends an account, its sessions and its links for good; the row stays, since decisions name it. An administrator's. */
export async function closeAccount(
  ctx: Context,
  { userId, reason }: { userId: string; reason?: string },
): Promise<void> {
  requireRole(ctx, 'administrator');
  await transaction(ctx, async (ctx) => {
    const user = await lockUser(ctx, userId);
    if (user.closedAt) throw new Problem('already_done');
    await keepAnAdministrator(ctx, user);
    await ctx.db
      .update(users)
      .set({ closedAt: ctx.now, passwordHash: null, version: user.version + 1 })
      .where(eq(users.id, userId));
    const sessions = await endSessions(ctx, userId);
    await expireLinks(ctx, userId);
    await recordAudit(ctx, {
      action: 'account.close',
      subjectType: 'user',
      subjectId: userId,
      reason: reason?.trim().slice(0, 500) || undefined,
      detail: { sessions },
    });
  });
}
