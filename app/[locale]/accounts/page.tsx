import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { listSessions } from '../../../lib/accounts/sessions/list-sessions.ts';
import { languageOf, locales } from '../../../lib/i18n/locales.ts';
import { type LocaleParams, pageLocale } from '../../../lib/i18n/page-locale.ts';
import { pageAccess } from '../../_http/page-access.ts';
import { Button } from '../../_ui/button.tsx';
import { Facts } from '../../_ui/facts.tsx';
import { SelectField } from '../../_ui/form/text-field.tsx';
import { AccountShell } from './_parts/account-shell.tsx';
import { answerOf } from './_parts/answer.ts';
import { FormAnswer } from './_parts/form-answer.tsx';
import { PasswordField } from './_parts/password-field.tsx';
import { saveLanguage, savePassword } from './actions.ts';
import { SessionTable } from './session-table.tsx';

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'accounts' });
  return { title: t('profile.title') };
}

export default async function ProfilePage({ params }: LocaleParams) {
  const locale = await pageLocale(params);
  const { session, ctx } = await pageAccess(locale, '/accounts');
  const t = await getTranslations({ locale, namespace: 'accounts' });
  const answer = await answerOf(locale, '/accounts');
  const facts = [
    { term: t('profile.name'), detail: session.name },
    { term: t('profile.email'), detail: session.email },
    { term: t('profile.role'), detail: t(`roles.${session.actor.role}`) },
    ...(session.organisation ? [{ term: t('profile.organisation'), detail: session.organisation }] : []),
  ];
  return (
    <AccountShell locale={locale} path="/accounts" session={session}>
      <h1>{t('profile.title')}</h1>
      <FormAnswer locale={locale} answer={answer} />
      <Facts items={facts} />
      <p className="small quiet">{t('profile.askChange')}</p>
      <SessionTable locale={locale} sessions={await listSessions(ctx)} ownId={session.sessionId} />
      <div className="account-columns">
        <form className="account-form" action={savePassword.bind(null, locale)}>
          <h2>{t('password.title')}</h2>
          <p>{session.hasPassword ? t('password.endsOthers') : t('password.none')}</p>
          <input type="email" name="username" value={session.email} autoComplete="username" readOnly hidden />
          {session.hasPassword && (
            <PasswordField
              name="current"
              label={t('password.current')}
              error={answer.errorOf('current')}
              autoComplete="current-password"
            />
          )}
          <PasswordField
            name="password"
            label={t('password.new')}
            hint={t('password.hint')}
            error={answer.errorOf('password')}
            autoComplete="new-password"
          />
          <Button>{t('password.save')}</Button>
        </form>
        <form className="account-form" action={saveLanguage.bind(null, locale)}>
          <h2>{t('profile.language')}</h2>
          <SelectField
            name="language"
            label={t('profile.language')}
            hint={t('profile.languageHint')}
            options={locales.map((value) => ({ value, label: languageOf(value).name }))}
            defaultValue={session.language}
          />
          <Button kind="second">{t('deployment.save')}</Button>
        </form>
      </div>
    </AccountShell>
  );
}
