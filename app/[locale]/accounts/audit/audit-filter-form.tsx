import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import { Button } from '../../../_ui/button.tsx';
import { SelectField, TextField } from '../../../_ui/form/text-field.tsx';

// Named as the rows name them.
const subjectTypes = [
  'report',
  'incident',
  'clue',
  'riskVersion',
  'riskPublication',
  'user',
  'organisation',
  'deployment',
  'sensitiveZone',
  'places',
];

export async function AuditFilterForm({ locale, type, subject }: { locale: Locale; type: string; subject: string }) {
  const t = await getTranslations({ locale, namespace: 'accounts' });
  const all = { value: '', label: t('audit.all') };
  const known = type && !subjectTypes.includes(type) ? [...subjectTypes, type] : subjectTypes;
  return (
    <form className="account-form" method="get" action={`/${locale}/accounts/audit`}>
      <SelectField
        name="type"
        label={t('audit.subjectType')}
        options={[all, ...known.map((value) => ({ value, label: value }))]}
        defaultValue={type}
      />
      <TextField
        name="subject"
        label={t('audit.subjectId')}
        defaultValue={subject}
        autoComplete="off"
        maxLength={100}
      />
      <Button kind="second">{t('audit.filter')}</Button>
    </form>
  );
}
