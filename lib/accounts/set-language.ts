import { eq } from 'drizzle-orm';
import { users } from '../../drizzle/schema/accounts.ts';
import { recordAudit } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { transaction } from '../db/transaction.ts';
import { Problem } from '../errors.ts';
import { isLocale } from '../i18n/locales.ts';

/** The language in which the account is greeted after signing in; the caller's own. */
export async function setLanguage(ctx: Context, language: unknown): Promise<void> {
  const { actor } = ctx;
  if (actor.type !== 'user') throw new Problem('not_signed_in');
  if (!isLocale(language)) throw new Problem('invalid_input', { fields: { language: 'required' } });
  await transaction(ctx, async (ctx) => {
    await ctx.db.update(users).set({ language }).where(eq(users.id, actor.userId));
    await recordAudit(ctx, {
      action: 'account.set_language',
      subjectType: 'user',
      subjectId: actor.userId,
      detail: { language },
    });
  });
}
