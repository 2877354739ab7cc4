import { eq } from 'drizzle-orm';
import { users } from '../../drizzle/schema/accounts.ts';
import { recordAudit } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { transaction } from '../db/transaction.ts';
import { Problem } from '../errors.ts';
import { parseInput } from '../parse-input.ts';
import { passwordInput } from './input.ts';
import { hashPassword, verifyPassword } from './password-hash.ts';
import { passwordProblem } from './rules.ts';
import { countFailure, refuseTooMany } from './sign-in-throttle.ts';
import { endSessions, expireLinks, lockUser, type User } from './store.ts';

/** A new password for the one who asks; the current one is needed where there is one. Ends all sessions but `keptId`, and open links. */
export async function setPassword(ctx: Context, raw: unknown, keptId: string): Promise<void> {
  if (ctx.actor.type !== 'user') throw new Problem('not_signed_in');
  const { current, password } = parseInput(passwordInput, raw);
  const [user] = await ctx.db.select().from(users).where(eq(users.id, ctx.actor.userId));
  if (!user) throw new Problem('not_found');
  await refuseWrongCurrent(ctx, user, current);
  const wrong = passwordProblem(password, user);
  if (wrong) throw new Problem('invalid_input', { fields: { password: wrong } });
  const passwordHash = await hashPassword(password);
  await transaction(ctx, async (ctx) => {
    const locked = await lockUser(ctx, user.id);
    if (locked.passwordHash !== user.passwordHash) throw new Problem('stale_version');
    await ctx.db
      .update(users)
      .set({ passwordHash, version: locked.version + 1 })
      .where(eq(users.id, user.id));
    await endSessions(ctx, user.id, keptId);
    await expireLinks(ctx, user.id);
    await recordAudit(ctx, { action: 'account.set_password', subjectType: 'user', subjectId: user.id });
  });
}

async function refuseWrongCurrent(ctx: Context, user: User, current: string | undefined): Promise<void> {
  if (user.passwordHash === null) return;
  // somebody at an unlocked screen must not guess without end
  const attempt = { email: user.email, address: `password of ${user.id}` };
  refuseTooMany(attempt, ctx.now);
  if (await verifyPassword(user.passwordHash, current ?? '')) return;
  countFailure(attempt, ctx.now);
  throw new Problem('invalid_input', { fields: { current: 'password_wrong' } });
}
