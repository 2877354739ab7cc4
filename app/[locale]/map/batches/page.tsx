import { getTranslations } from 'next-intl/server';
import { formatDateTime } from '../../../../lib/i18n/formats.ts';
import { type LocaleParams, pageLocale } from '../../../../lib/i18n/page-locale.ts';
import { listBatches } from '../../../../lib/risk/list-batches.ts';
import { requestContext } from '../../../_http/context.ts';
import { Button } from '../../../_ui/button.tsx';
import { refusal } from '../../../_ui/map/refusal.tsx';
import { Notice } from '../../../_ui/notice.tsx';
import './batches.css';
import { PageShell } from '../../../_ui/page-shell.tsx';

type Props = LocaleParams & { searchParams: Promise<{ done?: string }> };

/** The batches by hand: what is published until when, and a button for each audience. */
export default async function BatchesPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: 'risk' });
  const batches = await listBatches(await requestContext()).catch(refusal);
  if (!batches)
    return (
      <PageShell locale={locale} path="/map/batches" width="column">
        <h1>{t('batches')}</h1>
        <p>{t('administratorsOnly')}</p>
      </PageShell>
    );
  const { done } = await searchParams;
  return (
    <PageShell locale={locale} path="/map/batches" width="column">
      <h1>{t('batches')}</h1>
      {(done === 'public' || done === 'organisation') && <Notice role="status" title={t(`done.${done}`)} />}
      <p>{t('batchesText')}</p>
      {batches.map((batch) => (
        <section key={batch.audience} className="panel batch">
          <h2>{t(`audiences.${batch.audience}`)}</h2>
          <p>
            {batch.last
              ? t('last', {
                  when: formatDateTime(locale, batch.last.publishedAt),
                  number: batch.last.number,
                  count: batch.last.clueCount,
                })
              : t('never')}
          </p>
          <form method="post" action="/api/v1/risk/publications">
            <input type="hidden" name="audience" value={batch.audience} />
            <input type="hidden" name="locale" value={locale} />
            <Button kind="second">{t(`publish.${batch.audience}`)}</Button>
          </form>
        </section>
      ))}
    </PageShell>
  );
}
