import { recordAudit } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { transaction } from '../db/transaction.ts';
import { Problem } from '../errors.ts';
import { parseInput } from '../parse-input.ts';
import { signInInput } from './input.ts';
import { verifyPassword } from './password-hash.ts';
import { type SignedIn, startSession } from './sessions/start-session.ts';
import { countFailure, forgetFailures, refuseTooMany } from './sign-in-throttle.ts';
import { asActor, lockUser, userByEmail } from './store.ts';

/**
 * E-mail and password for a session. Anybody may ask. `wrong_credentials` says the same, after the same work, whether
 * the account is unknown, closed, without password or the password wrong; `too_many_requests` after repeated failures.
 */
export async function signIn(ctx: Context, raw: unknown): Promise<SignedIn> {
  const { email, password, address } = parseInput(signInInput, raw);
  const attempt = { email, address };
  refuseTooMany(attempt, ctx.now);
  // counted before the hash is worked out: attempts at the same time must not slip through together
  countFailure(attempt, ctx.now);
  const user = await userByEmail(ctx, email);
  const matches = await verifyPassword(user?.closedAt ? null : user?.passwordHash, password);
  if (!user || !matches) {
    await recordAudit(ctx, { action: 'account.refuse_sign_in', subjectType: 'user', subjectId: user?.id ?? 'unknown' });
    throw new Problem('wrong_credentials');
  }
  forgetFailures(attempt, ctx.now);
  return transaction(ctx, async (ctx) => {
    const current = await lockUser(ctx, user.id);
    // closed or given another password while the hash was worked out
    if (current.closedAt || current.passwordHash !== user.passwordHash) throw new Problem('wrong_credentials');
    const signedIn = await startSession(ctx, current);
    await recordAudit(
      { ...ctx, actor: asActor(current) },
      { action: 'account.sign_in', subjectType: 'user', subjectId: user.id, detail: { by: 'password' } },
    );
    return signedIn;
  });
}
