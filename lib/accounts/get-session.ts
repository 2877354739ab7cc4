import { eq } from 'drizzle-orm';
import { organisations, sessions, users } from '../../drizzle/schema/accounts.ts';
import type { Context, UserActor } from '../context.ts';
import { sessionStands } from './rules.ts';
import { asActor } from './store.ts';

export type Session = {
  sessionId: string;
  actor: UserActor;
  name: string;
  email: string;
  language: string;
  demonstration: boolean;
  hasPassword: boolean;
  organisation: string | null;
};

const seenEveryMilliseconds = 5 * 60_000;

/**
 * The session whose id the cookie carries, as it stands in the database at this request; null when it was revoked, has
 * run out, or its account was closed. Role and organisation are read anew, so that a change counts at once.
 */
export async function getSession(ctx: Context, sessionId: string): Promise<Session | null> {
  const [row] = await ctx.db
    .select({ session: sessions, user: users, organisation: organisations })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .leftJoin(organisations, eq(organisations.id, users.organisationId))
    .where(eq(sessions.id, sessionId));
  if (!row) return null;
  const { session, user, organisation } = row;
  if (user.closedAt || organisation?.closedAt || !sessionStands(session, ctx.now)) return null;
  if (ctx.now.getTime() - session.lastSeenAt.getTime() > seenEveryMilliseconds) {
    await ctx.db.update(sessions).set({ lastSeenAt: ctx.now }).where(eq(sessions.id, sessionId));
  }
  return {
    sessionId,
    actor: asActor(user),
    name: user.name,
    email: user.email,
    language: user.language,
    demonstration: user.demonstration,
    hasPassword: user.passwordHash !== null,
    organisation: organisation?.name ?? null,
  };
}
