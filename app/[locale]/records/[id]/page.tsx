import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { pageLocale } from '../../../../lib/i18n/page-locale.ts';
import { spoken } from '../../../../lib/ids.ts';
import { pageAccess } from '../../../_http/page-access.ts';
import { Caveat } from '../../../_ui/caveat.tsx';
import { PageShell } from '../../../_ui/page-shell.tsx';
import { triageAnswer } from '../../triage/_parts/answer.ts';
import { AnswerNotice } from '../../triage/_parts/answer-notice.tsx';
import '../../triage/triage.css';
import { DecideRecord } from '../_parts/decide-record.tsx';
import { RecordFacts } from '../_parts/record-facts.tsx';
import { RecordHistory } from '../_parts/record-history.tsx';
import { RecordMap } from '../_parts/record-map.tsx';
import { recordOrNone } from '../_parts/record-or-none.ts';
import { RecordScans } from '../_parts/record-scans.tsx';
import { RecordState } from '../_parts/record-state.tsx';
import { RecordTests } from '../_parts/record-tests.tsx';

type Props = {
  params: Promise<{ locale: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'records' });
  return { title: t('record') };
}

/** One minefield record: as told, as placed with its errors, what tests it, and what to decide. */
export default async function RecordPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const { id } = await params;
  const { scan, refused } = await searchParams;
  const path = `/records/${encodeURIComponent(id)}`;
  const { ctx } = await pageAccess(locale, path, 'moderator', 'lead');
  const record = await recordOrNone(ctx, id);
  if (!record) notFound();
  const t = await getTranslations({ locale, namespace: 'records' });
  const answer = await triageAnswer(locale, path);
  return (
    <PageShell locale={locale} path={path} width="column">
      <h1>{t('heading', { record: spoken.record(record.number) })}</h1>
      <p>
        <RecordState locale={locale} state={record.state} /> · <a href={`/${locale}/records`}>{t('title')}</a>
      </p>
      <AnswerNotice locale={locale} answer={answer} />
      <RecordMap locale={locale} record={record} />
      <RecordFacts locale={locale} record={record} />
      <RecordScans
        ctx={ctx}
        locale={locale}
        path={path}
        record={record}
        answer={answer}
        given={{ scan: asText(scan), refused: asText(refused) }}
      />
      <RecordTests locale={locale} record={record} />
      <DecideRecord locale={locale} path={path} record={record} answer={answer} />
      <RecordHistory locale={locale} record={record} />
      <Caveat locale={locale} />
    </PageShell>
  );
}

const asText = (given: string | string[] | undefined) => (typeof given === 'string' ? given : undefined);
