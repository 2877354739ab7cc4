import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import { datums, locationMethods, positionsOf } from '../../../../lib/reports/input.ts';
import type { CaseView } from '../../../../lib/triage/get-case.ts';
import { Button } from '../../../_ui/button.tsx';
import { SelectField, TextArea, TextField } from '../../../_ui/form/text-field.tsx';
import { WatchedForm } from '../../../_ui/form/watched-form.tsx';
import { placeClaim } from '../actions.ts';
import type { Answer } from './answer.ts';
import { Basis, Section } from './form-parts.tsx';

type Props = { locale: Locale; path: string; view: CaseView; answer: Answer };

/** The moderator's own claim beside the others, with its reason. */
export async function ClaimForm({ locale, path, view, answer }: Props) {
  const t = await getTranslations({ locale, namespace: 'triage' });
  const values = await getTranslations({ locale, namespace: 'values' });
  const field = (name: string) => ({ name: `claim-${name}`, error: answer.errorOf('claim', name) });
  const typed = (name: string, otherwise = '') => answer.valueOf('claim', name) ?? otherwise;
  return (
    <Section form="claim" title={t('claim.title')} answer={answer}>
      <WatchedForm action={placeClaim.bind(null, locale, path)} unsaved={t('unsaved')}>
        <Basis view={view} />
        <TextField
          {...field('coordinates')}
          label={t('claim.coordinates')}
          hint={t('claim.coordinatesHint')}
          defaultValue={typed('coordinates')}
        />
        <TextField
          {...field('uncertaintyMetres')}
          label={t('claim.uncertainty')}
          inputMode="decimal"
          width="short"
          defaultValue={typed('uncertaintyMetres')}
        />
        <SelectField
          {...field('method')}
          label={t('claim.method')}
          options={locationMethods
            .filter((one) => one !== 'text_only')
            .map((value) => ({ value, label: values(`locationMethods.${value}`) }))}
          defaultValue={typed('method', 'map_pin')}
        />
        <SelectField
          {...field('positionOf')}
          label={t('claim.positionOf')}
          options={positionsOf.map((value) => ({ value, label: values(`positionsOf.${value}`) }))}
          defaultValue={typed('positionOf', 'event')}
        />
        <SelectField
          {...field('datum')}
          label={t('claim.datum')}
          options={datums.map((value) => ({ value, label: values(`datums.${value}`) }))}
          defaultValue={typed('datum', 'wgs84')}
        />
        <TextArea {...field('reason')} label={t('claim.reason')} rows={2} defaultValue={typed('reason')} />
        <Button>{t('claim.save')}</Button>
      </WatchedForm>
    </Section>
  );
}
