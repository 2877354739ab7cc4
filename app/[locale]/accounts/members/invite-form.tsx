import { getTranslations } from 'next-intl/server';
import { languageOf, locales } from '../../../../lib/i18n/locales.ts';
import { Button } from '../../../_ui/button.tsx';
import { SelectField, TextField } from '../../../_ui/form/text-field.tsx';
import { invite } from './actions.ts';
import { RoleFields, type RoleFieldsProps } from './role-fields.tsx';

export async function InviteForm({ locale, organisations, answer }: RoleFieldsProps) {
  const t = await getTranslations({ locale, namespace: 'accounts' });
  return (
    <form className="account-form" action={invite.bind(null, locale)}>
      <h2>{t('members.invite')}</h2>
      <p className="quiet">{t('members.inviteHint')}</p>
      <TextField
        name="name"
        label={t('members.name')}
        error={answer.errorOf('name')}
        defaultValue={answer.valueOf('name')}
        autoComplete="off"
        required
      />
      <TextField
        name="email"
        type="email"
        label={t('signIn.email')}
        error={answer.errorOf('email')}
        defaultValue={answer.valueOf('email')}
        autoComplete="off"
        required
      />
      <RoleFields locale={locale} organisations={organisations} answer={answer} />
      <SelectField
        name="language"
        label={t('members.language')}
        options={locales.map((value) => ({ value, label: languageOf(value).name }))}
        defaultValue={answer.valueOf('language') ?? locale}
      />
      <Button>{t('members.inviteSubmit')}</Button>
    </form>
  );
}
