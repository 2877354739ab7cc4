import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import { reportKinds, reportStates } from '../../../../lib/reports/input.ts';
import { Button } from '../../../_ui/button.tsx';
import { SelectField, TextField } from '../../../_ui/form/text-field.tsx';
import type { Address } from './address.ts';

/** A plain form: the view stands in the address. */
export async function Filters({
  locale,
  address,
  districts,
}: {
  locale: Locale;
  address: Address;
  districts: { id: string; label: string }[];
}) {
  const t = await getTranslations({ locale, namespace: 'triage' });
  const values = await getTranslations({ locale, namespace: 'values' });
  const any = { value: '', label: t('filter.any') };
  const set = address.state || address.kind || address.q || address.district;
  return (
    <details className="queue-filters" open={Boolean(set)}>
      <summary>{t('filter.title')}</summary>
      <form action={`/${locale}/triage`} method="get">
        <TextField name="q" label={t('filter.text')} defaultValue={address.q} />
        <SelectField
          name="state"
          label={t('filter.state')}
          defaultValue={address.state ?? ''}
          options={[
            { value: '', label: t('filter.open') },
            { value: 'all', label: t('filter.any') },
            ...reportStates.map((value) => ({ value, label: values(`reportStates.${value}`) })),
          ]}
        />
        <SelectField
          name="kind"
          label={t('filter.kind')}
          defaultValue={address.kind ?? ''}
          options={[any, ...reportKinds.map((value) => ({ value, label: t(`kind.${value}`) }))]}
        />
        {districts.length > 0 && (
          <SelectField
            name="district"
            label={t('filter.district')}
            defaultValue={address.district ?? ''}
            options={[any, ...districts.map(({ id, label }) => ({ value: id, label }))]}
          />
        )}
        <Button kind="second">{t('filter.show')}</Button> {set && <a href={`/${locale}/triage`}>{t('filter.clear')}</a>}
      </form>
    </details>
  );
}
