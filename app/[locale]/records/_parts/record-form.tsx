import { getTranslations } from 'next-intl/server';
import { traverseShapes } from '../../../../lib/geo/traverse.ts';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import { type RecordTold, recordAudiences } from '../../../../lib/records/input.ts';
import { datums } from '../../../../lib/reports/input.ts';
import { Button } from '../../../_ui/button.tsx';
import { SelectField, TextArea, TextField } from '../../../_ui/form/text-field.tsx';
import { WatchedForm } from '../../../_ui/form/watched-form.tsx';
import type { Answer } from '../../triage/_parts/answer.ts';
import { sendRecord } from '../actions.ts';

const optional: ReadonlySet<keyof RecordTold> = new Set([
  'mapSeries',
  'sheet',
  'scale',
  'referenceName',
  'rows',
  'spacingMetres',
  'devicesText',
  'laidFrom',
  'laidTo',
  'note',
] as const);

/** A record as its document tells it: the paper, where it starts, how it runs, what lies there. */
export async function RecordForm({ locale, answer }: { locale: Locale; answer: Answer }) {
  const t = await getTranslations({ locale, namespace: 'records' });
  const triage = await getTranslations({ locale, namespace: 'triage' });
  const values = await getTranslations({ locale, namespace: 'values' });
  const field = (name: keyof RecordTold, otherwise?: string) => ({
    name: `record-${name}`,
    label: optional.has(name) ? t('optional', { field: t(name) }) : t(name),
    error: answer.errorOf('record', name),
    defaultValue: answer.valueOf('record', name) ?? otherwise,
  });
  const number = { inputMode: 'decimal', width: 'short' } as const;
  return (
    <WatchedForm action={sendRecord.bind(null, locale)} unsaved={triage('unsaved')}>
      <h2>{t('paper')}</h2>
      <TextField {...field('documentId')} />
      <TextArea {...field('custody')} hint={t('custodyHint')} rows={3} />
      <TextField {...field('mapSeries')} />
      <TextField {...field('sheet')} width="half" />
      <TextField {...field('scale')} hint={t('scaleHint')} {...number} />
      <SelectField
        {...field('datum', 'sk42')}
        options={datums.map((value) => ({ value, label: values(`datums.${value}`) }))}
      />
      <h2>{t('course')}</h2>
      <TextField {...field('referenceName')} hint={t('referenceNameHint')} />
      <TextField {...field('referenceText')} hint={t('referenceTextHint')} />
      <SelectField
        {...field('shape')}
        options={traverseShapes.map((value) => ({ value, label: t(`shapes.${value}`) }))}
      />
      <SelectField
        {...field('tied')}
        options={[
          { value: 'no', label: t('tiedNo') },
          { value: 'yes', label: t('tiedYes') },
        ]}
      />
      <TextArea {...field('legsText')} hint={t('legsHint')} rows={6} />
      <TextField {...field('declinationDegrees', '0')} hint={t('declinationHint')} {...number} />
      <TextField {...field('bearingErrorDegrees', '1')} {...number} />
      <TextField {...field('distanceErrorMetres', '5')} {...number} />
      <TextField {...field('residualMetres', '0')} hint={t('residualHint')} {...number} />
      <h2>{t('content')}</h2>
      <TextField {...field('rows')} {...number} />
      <TextField {...field('spacingMetres')} {...number} />
      <TextArea {...field('devicesText')} hint={t('devicesHint')} rows={4} />
      <TextField {...field('laidFrom')} hint={t('periodHint')} width="short" />
      <TextField {...field('laidTo')} width="short" />
      <SelectField
        {...field('audience')}
        hint={t('audienceHint')}
        options={recordAudiences.map((value) => ({ value, label: t(`audiences.${value}`) }))}
      />
      <TextArea {...field('note')} rows={3} />
      <Button>{t('propose')}</Button>
    </WatchedForm>
  );
}
