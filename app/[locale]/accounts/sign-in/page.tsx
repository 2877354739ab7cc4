import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { type LocaleParams, pageLocale } from '../../../../lib/i18n/page-locale.ts';
import { currentSession } from '../../../_http/current-session.ts';
import { returnPath } from '../../../_http/return-path.ts';
import { Button } from '../../../_ui/button.tsx';
import { TextField } from '../../../_ui/form/text-field.tsx';
import { Notice } from '../../../_ui/notice.tsx';
import { PageShell } from '../../../_ui/page-shell.tsx';
import { site } from '../../../_ui/shell/site.ts';
import { AccountShell } from '../_parts/account-shell.tsx';
import { answerOf } from '../_parts/answer.ts';
import { FormAnswer } from '../_parts/form-answer.tsx';
import { PasswordField } from '../_parts/password-field.tsx';

type Props = LocaleParams & { searchParams: Promise<{ next?: string }> };

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'accounts' });
  return { title: t('signIn.title'), robots: { index: false } };
}

export default async function SignInPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: 'accounts' });
  const session = await currentSession();
  if (session) {
    return (
      <AccountShell locale={locale} path="/accounts/sign-in" session={session}>
        <h1>{t('signIn.title')}</h1>
        <p>{t('signedInAs', { name: session.name, role: t(`roles.${session.actor.role}`) })}</p>
      </AccountShell>
    );
  }
  const answer = await answerOf(locale, '/accounts/sign-in');
  const next = returnPath((await searchParams).next);
  return (
    <PageShell locale={locale} path="/accounts/sign-in" width="column">
      <form className="account-form" method="post" action={`/${locale}/accounts/sign-in/submit`}>
        <h1>{t('signIn.title')}</h1>
        <FormAnswer locale={locale} answer={answer} />
        <p>
          {t('signIn.lead')} <a href={`/${locale}/reports/new`}>{t('signIn.noAccountNeeded')}</a>
        </p>
        {next && <input type="hidden" name="next" value={next} />}
        <TextField
          name="email"
          type="email"
          label={t('signIn.email')}
          error={answer.errorOf('email')}
          defaultValue={answer.valueOf('email')}
          autoComplete="username"
          required
        />
        <PasswordField
          name="password"
          label={t('signIn.password')}
          error={answer.errorOf('password')}
          autoComplete="current-password"
        />
        <Button>{t('signIn.submit')}</Button>
        <p className="small quiet">{t('signIn.forgotten')}</p>
        {(await site()).demonstration && <Notice>{t('signIn.demonstrationLinks')}</Notice>}
      </form>
    </PageShell>
  );
}
