import { forbidden, redirect } from 'next/navigation';
import type { Role } from '../../lib/accounts/input.ts';
import type { Locale } from '../../lib/i18n/locales.ts';
import { requestContext } from './context.ts';
import { currentSession } from './current-session.ts';

/**
 * For pages behind sign-in: a visitor is sent to the sign-in page and comes back; a wrong role gets the refusal page
 * (403). `path` is the page's, below the language. Verbs authorise by themselves; this is the polite answer before.
 */
export async function pageAccess(locale: Locale, path: string, ...allowed: Role[]) {
  const session = await currentSession();
  if (!session) redirect(`/${locale}/accounts/sign-in?next=${encodeURIComponent(`/${locale}${path}`)}`);
  if (allowed.length > 0 && !allowed.includes(session.actor.role)) forbidden();
  return { session, ctx: await requestContext() };
}
