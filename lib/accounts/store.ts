import { and, eq, isNull, ne, sql } from 'drizzle-orm';
import { oneTimeLinks, sessions, users } from '../../drizzle/schema/accounts.ts';
import type { Context, UserActor } from '../context.ts';
import { Problem } from '../errors.ts';

export type User = typeof users.$inferSelect;

/** The account, locked until the transaction ends. */
export async function lockUser(ctx: Context, userId: string): Promise<User> {
  const [user] = await ctx.db.select().from(users).where(eq(users.id, userId)).for('update');
  if (!user) throw new Problem('not_found');
  return user;
}

export async function userByEmail(ctx: Context, email: string): Promise<User | undefined> {
  const [user] = await ctx.db.select().from(users).where(eq(users.email, email));
  return user;
}

export const asActor = (user: Pick<User, 'id' | 'role' | 'organisationId'>): UserActor => ({
  type: 'user',
  userId: user.id,
  role: user.role,
  organisationId: user.organisationId,
});

/** Ends the open sessions of an account, one of them excepted; returns how many. */
export async function endSessions(ctx: Context, userId: string, exceptId?: string): Promise<number> {
  const ended = await ctx.db
    .update(sessions)
    .set({ revokedAt: ctx.now })
    .where(
      and(
        eq(sessions.userId, userId),
        isNull(sessions.revokedAt),
        exceptId === undefined ? undefined : ne(sessions.id, exceptId),
      ),
    )
    .returning({ id: sessions.id });
  return ended.length;
}

/** Lets the unspent links of an account expire now. */
export async function expireLinks(ctx: Context, userId: string): Promise<void> {
  await ctx.db
    .update(oneTimeLinks)
    .set({ expiresAt: sql`least(${oneTimeLinks.expiresAt}, ${ctx.now.toISOString()}::timestamptz)` })
    .where(and(eq(oneTimeLinks.userId, userId), isNull(oneTimeLinks.usedAt)));
}

/** Refuses to take away the last account that can administrate. Call with the account's row locked. */
export async function keepAnAdministrator(ctx: Context, losing: User): Promise<void> {
  if (losing.role !== 'administrator') return;
  const others = await ctx.db
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.role, 'administrator'), isNull(users.closedAt), ne(users.id, losing.id)))
    // two administrators who remove each other at once wait for each other here
    .for('update');
  if (others.length === 0) throw new Problem('wrong_state', { reason: 'last_administrator' });
}
