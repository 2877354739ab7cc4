import { getTranslations } from 'next-intl/server';
import { formatDate, formatDistance, formatNumber } from '../../../../lib/i18n/formats.ts';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import type { RecordView } from '../../../../lib/records/get-record.ts';
import { Facts } from '../../../_ui/facts.tsx';

const parts = ['datum', 'coordinate', 'legs', 'misclosure', 'residual'] as const;

/** What the document says, how the place was computed from it, and what each part adds to the error. */
export async function RecordFacts({ locale, record }: { locale: Locale; record: RecordView }) {
  const t = await getTranslations({ locale, namespace: 'records' });
  const values = await getTranslations({ locale, namespace: 'values' });
  const metres = (value: number) => formatDistance(locale, value);
  const who = (name: string | null, at: Date | null) => name && at && `${name}, ${formatDate(locale, at)}`;
  const lines = (each: string[]) =>
    each.length > 0 && (
      <ul>
        {each.map((line, i) => (
          <li key={i}>{line}</li>
        ))}
      </ul>
    );
  const laid = [record.laidFrom, record.laidTo].map((day) => (day ? formatDate(locale, day) : '…'));
  const told = [
    { key: 'documentId', detail: record.documentId },
    { key: 'custody', detail: record.custody },
    { key: 'mapSeries', detail: record.mapSeries },
    { key: 'sheet', detail: record.sheet },
    { key: 'scale', detail: record.scale && `1 : ${formatNumber(locale, record.scale)}` },
    { key: 'datum', detail: values(`datums.${record.datum}`) },
    { key: 'referenceName', detail: record.referenceName },
    { key: 'referenceText', detail: record.referenceText },
    { key: 'shape', detail: t(`shapes.${record.geometry.type === 'Polygon' ? 'polygon' : 'line'}`) },
    { key: 'tied', detail: t(record.tied ? 'tiedYes' : 'tiedNo') },
    {
      key: 'legsText',
      detail: lines(
        record.legs.map((leg) => `${formatNumber(locale, leg.bearingDegrees, 1)}°, ${metres(leg.distanceMetres)}`),
      ),
    },
    {
      key: 'declinationDegrees',
      detail: record.declinationDegrees !== 0 && `${formatNumber(locale, record.declinationDegrees, 1)}°`,
    },
    { key: 'rows', detail: record.rows && formatNumber(locale, record.rows) },
    { key: 'spacingMetres', detail: record.spacingMetres && metres(record.spacingMetres) },
    {
      key: 'devicesText',
      detail: lines(
        record.devices.map(({ type, count }) => (count === null ? type : `${type}: ${formatNumber(locale, count)}`)),
      ),
    },
    { key: 'laid', detail: (record.laidFrom || record.laidTo) && laid.join(' – ') },
    { key: 'audience', detail: t(`audiences.${record.audience}`) },
    { key: 'note', detail: record.note },
    { key: 'proposedBy', detail: who(record.proposedByName, record.proposedAt) },
    { key: 'acceptedBy', detail: who(record.acceptedByName, record.acceptedAt) },
    { key: 'withdrawnBy', detail: who(record.withdrawnByName, record.withdrawnAt) },
    { key: 'reason', detail: record.withdrawalReason },
  ] as const;
  return (
    <>
      <h2>{t('asTold')}</h2>
      <Facts items={told.flatMap(({ key, detail }) => (detail ? [{ key, term: t(key), detail }] : []))} />
      <h2>{t('errorTitle')}</h2>
      <p>{t('errorLead')}</p>
      <Facts
        items={[
          ...parts.map((part) => ({ key: part, term: t(`errors.${part}`), detail: metres(record.errors[part]) })),
          { key: 'total', term: t('errors.total'), detail: <strong>± {metres(record.errors.total)}</strong> },
        ]}
      />
    </>
  );
}
