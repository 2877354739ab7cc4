import { getTranslations } from 'next-intl/server';
import { roles } from '../../../../lib/accounts/input.ts';
import type { Organisation } from '../../../../lib/accounts/organisations/list-organisations.ts';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import { SelectField } from '../../../_ui/form/text-field.tsx';
import type { Answer } from '../_parts/answer.ts';

export type RoleFieldsProps = {
  locale: Locale;
  organisations: Pick<Organisation, 'organisationId' | 'name'>[];
  answer: Answer;
  role?: string;
  organisationId?: string | null;
};

export async function RoleFields({ locale, organisations, answer, role, organisationId }: RoleFieldsProps) {
  const t = await getTranslations({ locale, namespace: 'accounts' });
  const none = { value: '', label: t('members.noOrganisation') };
  return (
    <>
      <SelectField
        name="role"
        label={t('members.role')}
        error={answer.errorOf('role')}
        options={roles.map((value) => ({ value, label: t(`roles.${value}`) }))}
        defaultValue={answer.valueOf('role') ?? role ?? 'moderator'}
      />
      <SelectField
        name="organisationId"
        label={t('members.organisation')}
        hint={t('members.organisationHint')}
        error={answer.errorOf('organisationId')}
        options={[none, ...organisations.map((one) => ({ value: one.organisationId, label: one.name }))]}
        defaultValue={answer.valueOf('organisationId') ?? organisationId ?? ''}
      />
    </>
  );
}
