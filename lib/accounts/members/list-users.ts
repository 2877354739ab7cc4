import { and, desc, eq, gt, isNull, sql } from 'drizzle-orm';
import { oneTimeLinks, organisations, sessions, users } from '../../../drizzle/schema/accounts.ts';
import { type Context, requireRole } from '../../context.ts';

/** Every account with what an administrator needs to manage it; open ones first, by name. */
export async function listUsers(ctx: Context) {
  requireRole(ctx, 'administrator');
  const openLink = ctx.db
    .select({ userId: oneTimeLinks.userId, until: sql<string>`max(${oneTimeLinks.expiresAt})`.as('until') })
    .from(oneTimeLinks)
    .where(and(isNull(oneTimeLinks.usedAt), gt(oneTimeLinks.expiresAt, ctx.now)))
    .groupBy(oneTimeLinks.userId)
    .as('open_link');
  const seen = ctx.db
    .select({ userId: sessions.userId, at: sql<string>`max(${sessions.lastSeenAt})`.as('at') })
    .from(sessions)
    .groupBy(sessions.userId)
    .as('seen');
  const rows = await ctx.db
    .select({ user: users, organisation: organisations.name, linkUntil: openLink.until, seenAt: seen.at })
    .from(users)
    .leftJoin(organisations, eq(organisations.id, users.organisationId))
    .leftJoin(openLink, eq(openLink.userId, users.id))
    .leftJoin(seen, eq(seen.userId, users.id))
    .orderBy(desc(isNull(users.closedAt)), users.createdAt);
  return rows.map(({ user, organisation, linkUntil, seenAt }) => ({
    userId: user.id,
    email: user.email,
    name: user.name,
    role: user.role,
    organisationId: user.organisationId,
    organisation,
    demonstration: user.demonstration,
    hasPassword: user.passwordHash !== null,
    linkUntil: linkUntil === null ? null : new Date(linkUntil),
    seenAt: seenAt === null ? null : new Date(seenAt),
    closedAt: user.closedAt,
    version: user.version,
  }));
}
export type Member = Awaited<ReturnType<typeof listUsers>>[number];
