import { getTranslations } from 'next-intl/server';
import { traverseShapes } from '../../../../lib/geo/traverse.ts';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import type { RecordView } from '../../../../lib/records/get-record.ts';
import { type RecordTold, recordAudiences } from '../../../../lib/records/input.ts';
import { datums } from '../../../../lib/reports/input.ts';
import { Button } from '../../../_ui/button.tsx';
import { SendingId } from '../../../_ui/form/sending-id.tsx';
import { SelectField, TextArea, TextField } from '../../../_ui/form/text-field.tsx';
import { WatchedForm } from '../../../_ui/form/watched-form.tsx';
import type { Answer } from '../../triage/_parts/answer.ts';
import { sendRecord } from '../actions.ts';

type Field = Exclude<keyof RecordTold, 'id' | 'correctsId' | 'correctsVersion' | 'correctionReason'>;

const optional: ReadonlySet<Field> = new Set([
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

type Props = {
  locale: Locale;
  path: string;
  answer: Answer;
  /** A correction begins with what stands there. */
  corrects: RecordView | null;
};

/** A record as its document tells it: the paper, where it starts, how it runs, what lies there. */
export async function RecordForm({ locale, path, answer, corrects }: Props) {
  const t = await getTranslations({ locale, namespace: 'records' });
  const triage = await getTranslations({ locale, namespace: 'triage' });
  const values = await getTranslations({ locale, namespace: 'values' });
  const before = corrects ? fieldsOf(corrects) : {};
  const field = (name: Field, otherwise?: string) => ({
    name: `record-${name}`,
    label: optional.has(name) ? t('optional', { field: t(name) }) : t(name),
    error: answer.errorOf('record', name),
    defaultValue: answer.valueOf('record', name) ?? before[name] ?? otherwise,
  });
  const number = { inputMode: 'decimal', width: 'short' } as const;
  return (
    <WatchedForm action={sendRecord.bind(null, locale, path)} unsaved={triage('unsaved')}>
      <SendingId name="record-id" />
      {corrects && (
        <>
          <input type="hidden" name="record-correctsId" value={corrects.id} />
          <input type="hidden" name="record-correctsVersion" value={corrects.version} />
          <TextArea
            name="record-correctionReason"
            label={t('correctionReason')}
            rows={2}
            error={answer.errorOf('record', 'correctionReason')}
            defaultValue={answer.valueOf('record', 'correctionReason')}
          />
        </>
      )}
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
      <TextField {...field('laidFrom')} hint={t('periodHint')} width="half" />
      <TextField {...field('laidTo')} width="half" />
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

/** The fields of the form as they told a record. */
function fieldsOf(record: RecordView): Partial<Record<Field, string>> {
  const text = (value: string | number | null) => (value === null ? undefined : String(value));
  const lines = (list: readonly string[]) => list.join('\n');
  return {
    ...{ documentId: record.documentId, custody: record.custody, datum: record.datum, audience: record.audience },
    ...{ mapSeries: text(record.mapSeries), sheet: text(record.sheet), scale: text(record.scale) },
    ...{ referenceName: text(record.referenceName), referenceText: record.referenceText },
    shape: record.geometry.type === 'Polygon' ? 'polygon' : 'line',
    tied: record.tied ? 'yes' : 'no',
    legsText: lines(record.legs.map(({ bearingDegrees, distanceMetres }) => `${bearingDegrees} ${distanceMetres}`)),
    declinationDegrees: text(record.declinationDegrees),
    bearingErrorDegrees: text(record.bearingErrorDegrees),
    distanceErrorMetres: text(record.distanceErrorMetres),
    residualMetres: text(record.residualMetres),
    ...{ rows: text(record.rows), spacingMetres: text(record.spacingMetres) },
    devicesText: lines(record.devices.map(({ type, count }) => (count === null ? type : `${type}, ${count}`))),
    ...{ laidFrom: text(record.laidFrom), laidTo: text(record.laidTo), note: text(record.note) },
  };
}
