import { eq } from 'drizzle-orm';
import { oneTimeLinks, organisations, users } from '../../../drizzle/schema/accounts.ts';
import type { Context } from '../../context.ts';
import { Problem } from '../../errors.ts';
import { hashToken } from '../one-time-token.ts';
import { setsPassword } from '../rules.ts';

/** What a link is for, without using it up; `link_spent` when it was used, has run out, or never was one. Whoever holds it may ask. */
export async function previewLink(ctx: Context, token: string) {
  const [row] = await ctx.db
    .select({ link: oneTimeLinks, user: users, organisation: organisations.name })
    .from(oneTimeLinks)
    .innerJoin(users, eq(users.id, oneTimeLinks.userId))
    .leftJoin(organisations, eq(organisations.id, users.organisationId))
    .where(eq(oneTimeLinks.tokenHash, hashToken(token)));
  if (!row || row.link.usedAt || row.link.expiresAt <= ctx.now || row.user.closedAt) throw new Problem('link_spent');
  const { link, user, organisation } = row;
  return {
    purpose: link.purpose,
    expiresAt: link.expiresAt,
    name: user.name,
    email: user.email,
    role: user.role,
    organisation,
    /** Nobody has accepted the account yet: whoever does states to be 18 or older. */
    asksAdult: setsPassword(link.purpose) && user.passwordHash === null,
  };
}
