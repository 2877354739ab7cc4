import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { type LocaleParams, pageLocale } from '../../../../lib/i18n/page-locale.ts';
import { spoken } from '../../../../lib/ids.ts';
import { pageAccess } from '../../../_http/page-access.ts';
import { PageShell } from '../../../_ui/page-shell.tsx';
import { triageAnswer } from '../../triage/_parts/answer.ts';
import { AnswerNotice } from '../../triage/_parts/answer-notice.tsx';
import '../../triage/triage.css';
import { RecordForm } from '../_parts/record-form.tsx';
import { recordOrNone } from '../_parts/record-or-none.ts';

type Props = LocaleParams & { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'records' });
  return { title: t('enter') };
}

/** Another record, or (`corrects`) one that takes the place of another once a second person accepts it. */
export default async function NewRecordPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const asked = (await searchParams).corrects;
  const path = typeof asked === 'string' ? `/records/new?corrects=${encodeURIComponent(asked)}` : '/records/new';
  const { ctx } = await pageAccess(locale, path, 'moderator', 'lead');
  const corrects = typeof asked === 'string' ? await recordOrNone(ctx, asked) : null;
  if (typeof asked === 'string' && !corrects) notFound();
  const t = await getTranslations({ locale, namespace: 'records' });
  const answer = await triageAnswer(locale, path);
  return (
    <PageShell locale={locale} path={path} width="column">
      <h1>{corrects ? t('correctTitle', { record: spoken.record(corrects.number) }) : t('enter')}</h1>
      <p>{corrects ? t('correctLead') : t('lead')}</p>
      <p>
        <a href={`/${locale}/records`}>{t('title')}</a>
      </p>
      <AnswerNotice locale={locale} answer={answer} />
      <RecordForm locale={locale} path={path} answer={answer} corrects={corrects} />
    </PageShell>
  );
}
