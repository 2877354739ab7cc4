import { getTranslations } from 'next-intl/server';
import type { previewLink } from '../../../../lib/accounts/links/preview-link.ts';
import { setsPassword } from '../../../../lib/accounts/rules.ts';
import { formatDateTime } from '../../../../lib/i18n/formats.ts';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import { Button } from '../../../_ui/button.tsx';
import { Choices } from '../../../_ui/form/choices.tsx';
import { TextField } from '../../../_ui/form/text-field.tsx';
import type { Answer } from '../_parts/answer.ts';
import { FormAnswer } from '../_parts/form-answer.tsx';
import { PasswordField } from '../_parts/password-field.tsx';

type Link = Awaited<ReturnType<typeof previewLink>>;
type Props = { locale: Locale; token: string; link: Link; answer: Answer };

export async function LinkForm({ locale, token, link, answer }: Props) {
  const t = await getTranslations({ locale, namespace: 'accounts' });
  const { purpose, name, email, organisation } = link;
  const first = purpose === 'first_administrator';
  return (
    <form className="account-form" method="post" action={`/${locale}/accounts/link/redeem`}>
      <h1>{t(`link.title.${purpose}`)}</h1>
      <FormAnswer locale={locale} answer={answer} />
      {!first && <p>{t('link.for', { name, email, role: t(`roles.${link.role}`) })}</p>}
      {organisation && <p>{t('link.ofOrganisation', { organisation })}</p>}
      <p className="quiet">{t('link.once', { until: formatDateTime(locale, link.expiresAt) })}</p>
      <input type="hidden" name="token" value={token} />
      {first && (
        <>
          <TextField
            name="name"
            label={t('link.ownName')}
            error={answer.errorOf('name')}
            defaultValue={answer.valueOf('name')}
            autoComplete="name"
            required
          />
          <TextField
            name="email"
            type="email"
            label={t('signIn.email')}
            error={answer.errorOf('email')}
            defaultValue={answer.valueOf('email')}
            autoComplete="username"
            required
          />
        </>
      )}
      {setsPassword(purpose) && (
        <>
          {!first && <input type="email" name="username" value={email} autoComplete="username" readOnly hidden />}
          <PasswordField
            name="password"
            label={t('password.new')}
            hint={t('password.hint')}
            error={answer.errorOf('password')}
            autoComplete="new-password"
          />
        </>
      )}
      {link.asksAdult && (
        <Choices
          name="adult"
          type="checkbox"
          label={t('link.adultHint')}
          error={answer.errorOf('adult')}
          options={[{ value: 'yes', label: t('link.adult') }]}
          chosen={answer.valueOf('adult')}
        />
      )}
      <Button>{t(`link.confirm.${purpose}`)}</Button>
    </form>
  );
}
