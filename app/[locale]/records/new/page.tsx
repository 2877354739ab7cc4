import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { type LocaleParams, pageLocale } from '../../../../lib/i18n/page-locale.ts';
import { pageAccess } from '../../../_http/page-access.ts';
import { PageShell } from '../../../_ui/page-shell.tsx';
import { triageAnswer } from '../../triage/_parts/answer.ts';
import { AnswerNotice } from '../../triage/_parts/answer-notice.tsx';
import '../../triage/triage.css';
import { RecordForm } from '../_parts/record-form.tsx';

const path = '/records/new';

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'records' });
  return { title: t('enter') };
}

export default async function NewRecordPage({ params }: LocaleParams) {
  const locale = await pageLocale(params);
  await pageAccess(locale, path, 'moderator', 'lead');
  const t = await getTranslations({ locale, namespace: 'records' });
  const answer = await triageAnswer(locale, path);
  return (
    <PageShell locale={locale} path={path} width="column">
      <h1>{t('enter')}</h1>
      <p>{t('lead')}</p>
      <p>
        <a href={`/${locale}/records`}>{t('title')}</a>
      </p>
      <AnswerNotice locale={locale} answer={answer} />
      <RecordForm locale={locale} answer={answer} />
    </PageShell>
  );
}
