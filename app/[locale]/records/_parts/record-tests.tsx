import { getTranslations } from 'next-intl/server';
import { formatDistance } from '../../../../lib/i18n/formats.ts';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import { spoken } from '../../../../lib/ids.ts';
import type { RecordView } from '../../../../lib/records/get-record.ts';
import { verdicts } from '../../../../lib/records/test-validity.ts';
import { DataTable } from '../../../_ui/data-table.tsx';

/** Finds and strikes near the record, nearest first, each with what it says of the record. */
export async function RecordTests({ locale, record }: { locale: Locale; record: RecordView }) {
  const t = await getTranslations({ locale, namespace: 'records' });
  const clues = await getTranslations({ locale, namespace: 'clues' });
  const count = (verdict: (typeof verdicts)[number]) => record.tests.filter((test) => test.verdict === verdict).length;
  const rows = record.tests.map((test) => ({
    key: test.id,
    cells: {
      clue: <a href={`/${locale}/clues/${test.id}`}>{spoken.clue(test.number)}</a>,
      kind: clues(`kind.${test.kind}`),
      distance: formatDistance(locale, test.distanceMetres),
      error: `± ${formatDistance(locale, test.uncertaintyMetres)}`,
      verdict: t(`verdicts.${test.verdict}`),
    },
  }));
  return (
    <section aria-labelledby="tests-title">
      <h2 id="tests-title">{t('tests')}</h2>
      <p>{t('testsLead')}</p>
      {rows.length > 0 && (
        <p>{verdicts.map((verdict) => `${t(`verdicts.${verdict}`)}: ${count(verdict)}`).join(' · ')}</p>
      )}
      <DataTable
        id="tests"
        caption={t('tests')}
        captionHidden
        columns={[
          { key: 'clue', label: t('event') },
          { key: 'kind', label: t('kind') },
          { key: 'distance', label: t('distance'), numeric: true },
          { key: 'error', label: t('error'), numeric: true },
          { key: 'verdict', label: t('verdict') },
        ]}
        rows={rows}
        empty={t('testsNone')}
      />
    </section>
  );
}
