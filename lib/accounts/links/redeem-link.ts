import { eq } from 'drizzle-orm';
import type * as z from 'zod/mini';
import { oneTimeLinks, users } from '../../../drizzle/schema/accounts.ts';
import { recordAudit } from '../../audit/record.ts';
import type { Context } from '../../context.ts';
import { transaction } from '../../db/transaction.ts';
import { Problem } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { redeemInput } from '../input.ts';
import { hashToken } from '../one-time-token.ts';
import { hashPassword } from '../password-hash.ts';
import { passwordProblem, setsPassword } from '../rules.ts';
import { type SignedIn, startSession } from '../sessions/start-session.ts';
import { asActor, endSessions, expireLinks, lockUser, userByEmail } from '../store.ts';
import { previewLink } from './preview-link.ts';

type Redeem = z.infer<typeof redeemInput>;
type Preview = Awaited<ReturnType<typeof previewLink>>;

/**
 * Uses a one-time link up and starts a session; all but sign-in links set the password in the same step, so nobody is
 * left with a spent link and no way in. Whoever holds the token may. Call it for POST only.
 * `link_spent`; `invalid_input` (password, adult, email, name) leaves the link as it was.
 */
export async function redeemLink(ctx: Context, raw: unknown): Promise<SignedIn> {
  const input = parseInput(redeemInput, raw);
  const preview = await previewLink(ctx, input.token);
  refuseIncomplete(input, preview);
  const passwordHash = setsPassword(preview.purpose) ? await hashPassword(input.password!) : undefined;
  return transaction(ctx, async (ctx) => {
    const link = await lockLink(ctx, input.token);
    const user = await lockUser(ctx, link.userId);
    if (user.closedAt) throw new Problem('link_spent');
    const own = preview.purpose === 'first_administrator' ? { email: input.email!, name: input.name! } : {};
    if (own.email && own.email !== user.email && (await userByEmail(ctx, own.email))) {
      throw new Problem('invalid_input', { fields: { email: 'email_taken' } });
    }
    await ctx.db.update(oneTimeLinks).set({ usedAt: ctx.now }).where(eq(oneTimeLinks.id, link.id));
    if (passwordHash !== undefined) {
      await ctx.db
        .update(users)
        .set({ ...own, passwordHash, version: user.version + 1 })
        .where(eq(users.id, user.id));
      await endSessions(ctx, user.id);
      await expireLinks(ctx, user.id);
    }
    const signedIn = await startSession(ctx, user);
    await recordAudit(
      { ...ctx, actor: asActor(user) },
      {
        action: 'account.redeem_link',
        subjectType: 'user',
        subjectId: user.id,
        detail: { purpose: link.purpose, ...(preview.asksAdult && { statedAdult: true }) },
      },
    );
    return signedIn;
  });
}

/** The row lock makes the second of two redeemers wait, and then find the link spent. */
async function lockLink(ctx: Context, token: string) {
  const [link] = await ctx.db
    .select()
    .from(oneTimeLinks)
    .where(eq(oneTimeLinks.tokenHash, hashToken(token)))
    .for('update');
  if (!link || link.usedAt || link.expiresAt <= ctx.now) throw new Problem('link_spent');
  return link;
}

function refuseIncomplete(input: Redeem, preview: Preview): void {
  const fields: Record<string, string> = {};
  const first = preview.purpose === 'first_administrator';
  if (first && !input.email) fields.email = 'required';
  if (first && !input.name) fields.name = 'required';
  if (setsPassword(preview.purpose)) {
    const owner = { email: input.email ?? preview.email, name: input.name ?? preview.name };
    const wrong = passwordProblem(input.password ?? '', owner);
    if (wrong) fields.password = wrong;
  }
  if (preview.asksAdult && !input.adult) fields.adult = 'adult_required';
  if (Object.keys(fields).length > 0) throw new Problem('invalid_input', { fields });
}
