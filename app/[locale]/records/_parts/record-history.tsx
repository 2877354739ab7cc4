import { getTranslations } from 'next-intl/server';
import { formatDateTime } from '../../../../lib/i18n/formats.ts';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import { spoken } from '../../../../lib/ids.ts';
import type { RecordView } from '../../../../lib/records/get-record.ts';
import { Timeline } from '../../../_ui/timeline.tsx';
import { RecordState } from './record-state.tsx';

/** What it corrects or is corrected by, and every edit with its reason: nothing is overwritten. */
export async function RecordHistory({ locale, record }: { locale: Locale; record: RecordView }) {
  const t = await getTranslations({ locale, namespace: 'records' });
  const link = ({ id, number, state }: NonNullable<RecordView['corrects']>, words: string) => (
    <p key={id}>
      {words}: <a href={`/${locale}/records/${id}`}>{spoken.record(number)}</a>{' '}
      <RecordState locale={locale} state={state} />
    </p>
  );
  return (
    <section aria-labelledby="history-title">
      <h2 id="history-title">{t('history')}</h2>
      {record.corrects && link(record.corrects, t('corrects'))}
      {record.corrections.map((one) => link(one, t('correctedBy')))}
      <Timeline
        items={record.history.map(({ id, at, action, by, reason, detail }) => ({
          id: String(id),
          title: t(`acts.${action.replace('record.', '')}` as 'acts.propose'),
          who: by ?? undefined,
          when: formatDateTime(locale, at),
          dateTime: at.toISOString(),
          body: (
            <p className="small">
              {[detail.corrects, detail.by, reason].filter((one) => typeof one === 'string').join(' · ')}
            </p>
          ),
        }))}
      />
    </section>
  );
}
