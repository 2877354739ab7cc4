'use server';

import { revokeOtherSessions } from '../../../lib/accounts/sessions/revoke-other-sessions.ts';
import { revokeSession } from '../../../lib/accounts/sessions/revoke-session.ts';
import { setLanguage as keepLanguage } from '../../../lib/accounts/set-language.ts';
import { setPassword } from '../../../lib/accounts/set-password.ts';
import { currentSession } from '../../_http/current-session.ts';
import { formAction } from '../../_http/form-action.ts';

const at = (locale: string, form: string) => ({ locale, path: '/accounts', form });
const ownSession = async () => (await currentSession())?.sessionId ?? '';

export async function savePassword(locale: string, data: FormData) {
  await formAction(at(locale, 'password'), data, async (ctx, { current, password }) => {
    await setPassword(ctx, { current, password }, await ownSession());
    return { done: 'passwordSaved' };
  });
}

export async function saveLanguage(locale: string, data: FormData) {
  await formAction(at(locale, 'language'), data, async (ctx, { language }) => {
    await keepLanguage(ctx, language);
    return { done: 'languageSaved' };
  });
}

export async function endSession(locale: string, data: FormData) {
  await formAction(at(locale, 'sessions'), data, async (ctx, { sessionId }) => {
    await revokeSession(ctx, sessionId ?? '');
    return { done: 'sessionEnded' };
  });
}

export async function endOtherSessions(locale: string, data: FormData) {
  await formAction(at(locale, 'sessions'), data, async (ctx) => {
    await revokeOtherSessions(ctx, await ownSession());
    return { done: 'sessionsEnded' };
  });
}
