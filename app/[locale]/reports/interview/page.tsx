import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { type LocaleParams, pageLocale } from '../../../../lib/i18n/page-locale.ts';
import { interviewers } from '../../../../lib/reports/drafts/interviewers.ts';
import { listDrafts } from '../../../../lib/reports/drafts/list-drafts.ts';
import { listSent } from '../../../../lib/reports/drafts/list-sent.ts';
import { readFlash } from '../../../_http/flash.ts';
import { pageAccess } from '../../../_http/page-access.ts';
import { Notice } from '../../../_ui/notice.tsx';
import { PageShell } from '../../../_ui/page-shell.tsx';
import { DraftList } from './draft-list.tsx';
import { SentTable } from './sent-table.tsx';
import { StartForm } from './start-form.tsx';
import '../../../_ui/form/form.css';
import './interview.css';

const path = '/reports/interview';

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'interview' });
  return { title: t('title') };
}

/** For organisations and field teams: begin, go on, and see what was sent. */
export default async function InterviewPage({ params }: LocaleParams) {
  const locale = await pageLocale(params);
  const { ctx } = await pageAccess(locale, path, ...interviewers);
  const t = await getTranslations({ locale, namespace: 'interview' });
  const [drafts, sent, flash] = [await listDrafts(ctx), await listSent(ctx), await readFlash(path)];
  return (
    <PageShell locale={locale} path={path}>
      <h1>{t('title')}</h1>
      <p className="prose">{t('lead')}</p>
      {flash?.done && <Notice role="status" title={t('drafts.deleted')} />}
      {flash?.problem && <Notice kind="warning" role="alert" title={t('drafts.alreadyGone')} />}
      <div className="interview-columns">
        <section>
          <h2>{t('start.title')}</h2>
          <StartForm locale={locale} />
          <p className="small">
            {t('paperText')} <a href={`/${locale}/reports/paper`}>{t('paperLink')}</a>
          </p>
        </section>
        <section>
          <h2>{t('drafts.title', { count: drafts.length })}</h2>
          <DraftList locale={locale} drafts={drafts} />
        </section>
      </div>
      <section>
        <h2>{t('sentList.title')}</h2>
        <SentTable locale={locale} sent={sent} />
      </section>
    </PageShell>
  );
}
