import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { Context } from '../../../../lib/context.ts';
import { isProblem } from '../../../../lib/errors.ts';
import { type LocaleParams, pageLocale } from '../../../../lib/i18n/page-locale.ts';
import { getImport } from '../../../../lib/triage/bulk/list-imported.ts';
import { pageAccess } from '../../../_http/page-access.ts';
import { PageShell } from '../../../_ui/page-shell.tsx';
import { triageAnswer } from '../_parts/answer.ts';
import { AnswerNotice } from '../_parts/answer-notice.tsx';
import { Keys } from '../_parts/keys.tsx';
import { BatchRows } from './_parts/batch-rows.tsx';
import { Batches } from './_parts/batches.tsx';
import '../triage.css';
import '../twin/twin.css';
import './bulk.css';

type Props = LocaleParams & { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'bulk' });
  return { title: t('title') };
}

/** Lists of published events: checked, brought in, and decided row by row. */
export default async function BulkPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const given = await searchParams;
  const [batch, at] = [given.batch, given.at].map((one) => (typeof one === 'string' ? one : undefined));
  const path = batch ? `/triage/bulk?batch=${encodeURIComponent(batch)}` : '/triage/bulk';
  const { ctx } = await pageAccess(locale, path, 'moderator', 'lead');
  const t = await getTranslations({ locale, namespace: 'bulk' });
  const view = batch ? await importOrNone(ctx, batch, at) : null;
  if (batch && !view) notFound();
  const answer = await triageAnswer(locale, path);
  return (
    <PageShell locale={locale} path={path} width={view ? 'full' : 'wide'}>
      <div className={view ? 'bulk' : undefined}>
        <Keys locale={locale} />
        <h1>{view ? t('heading', { series: view.batch.series, number: view.batch.number }) : t('title')}</h1>
        <AnswerNotice locale={locale} answer={answer} />
        {view ? (
          <BatchRows ctx={ctx} locale={locale} path={path} view={view} answer={answer} />
        ) : (
          <Batches ctx={ctx} locale={locale} path={path} answer={answer} />
        )}
      </div>
    </PageShell>
  );
}

async function importOrNone(ctx: Context, batchId: string, at: string | undefined) {
  try {
    return await getImport(ctx, batchId, at);
  } catch (error) {
    if (isProblem(error) && error.code === 'not_found') return null;
    throw error;
  }
}
