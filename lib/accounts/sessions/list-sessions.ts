import { and, desc, eq, isNull } from 'drizzle-orm';
import { sessions } from '../../../drizzle/schema/accounts.ts';
import type { Context } from '../../context.ts';
import { Problem } from '../../errors.ts';
import { sessionStands } from '../rules.ts';

/** The open sessions of the one who asks, newest first. */
export async function listSessions(ctx: Context) {
  if (ctx.actor.type !== 'user') throw new Problem('not_signed_in');
  const rows = await ctx.db
    .select()
    .from(sessions)
    .where(and(eq(sessions.userId, ctx.actor.userId), isNull(sessions.revokedAt)))
    .orderBy(desc(sessions.createdAt));
  return rows
    .filter((row) => sessionStands(row, ctx.now))
    .map(({ id, createdAt, lastSeenAt, expiresAt }) => ({ sessionId: id, createdAt, lastSeenAt, expiresAt }));
}
