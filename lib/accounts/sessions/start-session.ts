import { sessions } from '../../../drizzle/schema/accounts.ts';
import type { Context } from '../../context.ts';
import { sessionLifetimeMilliseconds } from '../rules.ts';
import type { User } from '../store.ts';

/** What the cookie carries, and where to go next. */
export type SignedIn = { userId: string; sessionId: string; role: User['role']; language: string };

/** Writes a session row. Part of a verb's transaction, which authenticates and audits. */
export async function startSession(ctx: Context, user: User): Promise<SignedIn> {
  const [row] = await ctx.db
    .insert(sessions)
    .values({
      userId: user.id,
      createdAt: ctx.now,
      lastSeenAt: ctx.now,
      expiresAt: new Date(ctx.now.getTime() + sessionLifetimeMilliseconds),
    })
    .returning({ id: sessions.id });
  return { userId: user.id, sessionId: row!.id, role: user.role, language: user.language };
}
