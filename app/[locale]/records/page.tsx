import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { formatDistance } from '../../../lib/i18n/formats.ts';
import { type LocaleParams, pageLocale } from '../../../lib/i18n/page-locale.ts';
import { spoken } from '../../../lib/ids.ts';
import { listRecords } from '../../../lib/records/get-record.ts';
import { recordStates } from '../../../lib/records/input.ts';
import { pageAccess } from '../../_http/page-access.ts';
import { Caveat } from '../../_ui/caveat.tsx';
import { DataTable } from '../../_ui/data-table.tsx';
import { PageShell } from '../../_ui/page-shell.tsx';
import { RecordState } from './_parts/record-state.tsx';

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'records' });
  return { title: t('title') };
}

/** Received minefield records: what waits for a second person first. */
export default async function RecordsPage({ params }: LocaleParams) {
  const locale = await pageLocale(params);
  const { ctx } = await pageAccess(locale, '/records', 'moderator', 'lead');
  const t = await getTranslations({ locale, namespace: 'records' });
  const triage = await getTranslations({ locale, namespace: 'triage' });
  const records = (await listRecords(ctx)).sort(
    (a, b) => recordStates.indexOf(a.state) - recordStates.indexOf(b.state),
  );
  const rows = records.map((record) => ({
    key: record.id,
    cells: {
      record: <a href={`/${locale}/records/${record.id}`}>{spoken.record(record.number)}</a>,
      documentId: record.documentId,
      state: <RecordState locale={locale} state={record.state} />,
      shape: t(`shapes.${record.geometry.type === 'Polygon' ? 'polygon' : 'line'}`),
      error: `± ${formatDistance(locale, record.uncertaintyMetres)}`,
      audience: t(`audiences.${record.audience}`),
    },
  }));
  return (
    <PageShell locale={locale} path="/records">
      <h1>{t('title')}</h1>
      <p>{t('lead')}</p>
      <p>
        <a href={`/${locale}/records/new`}>{t('enter')}</a> · <a href={`/${locale}/triage`}>{triage('title')}</a>
      </p>
      <DataTable
        id="records"
        caption={t('title')}
        captionHidden
        columns={(['record', 'documentId', 'state', 'shape', 'error', 'audience'] as const).map((key) => ({
          key,
          label: t(key),
        }))}
        rows={rows}
        empty={t('none')}
      />
      <Caveat locale={locale} />
    </PageShell>
  );
}
