import { oneTimeLinks } from '../../../drizzle/schema/accounts.ts';
import type { Context } from '../../context.ts';
import type { LinkPurpose } from '../input.ts';
import { hashToken, newToken } from '../one-time-token.ts';
import { linkLifetimeMilliseconds } from '../rules.ts';
import { expireLinks, type User } from '../store.ts';

/** What an administrator copies, or the console prints. The token is in no other place: the database has its hash. */
export type OneTimeLink = {
  userId: string;
  purpose: LinkPurpose;
  token: string;
  /** Below the site's address, in the language of the account. */
  path: string;
  expiresAt: Date;
};

/** Writes a link for the account; older unspent ones expire. Part of a verb's transaction, which authorises and audits. */
export async function issueLink(ctx: Context, user: User, purpose: LinkPurpose): Promise<OneTimeLink> {
  await expireLinks(ctx, user.id);
  const token = newToken();
  const expiresAt = new Date(ctx.now.getTime() + linkLifetimeMilliseconds[purpose]);
  await ctx.db.insert(oneTimeLinks).values({
    tokenHash: hashToken(token),
    purpose,
    userId: user.id,
    createdBy: ctx.actor.type === 'user' ? ctx.actor.userId : null,
    createdAt: ctx.now,
    expiresAt,
  });
  return { userId: user.id, purpose, token, path: `/${user.language}/accounts/link?token=${token}`, expiresAt };
}
