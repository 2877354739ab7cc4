import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { formatDistance } from '../../../lib/i18n/formats.ts';
import { type LocaleParams, pageLocale } from '../../../lib/i18n/page-locale.ts';
import { Caveat } from '../../_ui/caveat.tsx';
import { DataTable } from '../../_ui/data-table.tsx';
import { Notice } from '../../_ui/notice.tsx';
import { PageShell } from '../../_ui/page-shell.tsx';

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'method' });
  return { title: t('title') };
}

export default async function MethodPage({ params }: LocaleParams) {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: 'method' });
  const within = (metres: number) => `≤ ${formatDistance(locale, metres)}`;
  return (
    <PageShell locale={locale} path="/method" width="column">
      <h1>{t('title')}</h1>
      <Notice kind="warning" title={t('intro')} />
      <h2>{t('danger.title')}</h2>
      <p>{t('danger.text')}</p>
      <h2>{t('review.title')}</h2>
      <ul>
        <li>{t('review.two')}</li>
        <li>{t('review.scale')}</li>
        <li>{t('review.equal')}</li>
        <li>{t('review.rejected')}</li>
      </ul>
      <h2>{t('precision.title')}</h2>
      <DataTable
        id="precision"
        caption={t('precision.title')}
        captionHidden
        stacks
        columns={[
          { key: 'class', label: t('precision.class') },
          { key: 'within', label: t('precision.within') },
          { key: 'shown', label: t('precision.shown') },
        ]}
        rows={[
          { key: 'A', cells: { class: 'A', within: within(50), shown: t('precision.a') } },
          { key: 'B', cells: { class: 'B', within: within(500), shown: t('precision.b') } },
          { key: 'C', cells: { class: 'C', within: within(2000), shown: t('precision.c') } },
          { key: 'D', cells: { class: 'D', within: t('precision.beyond'), shown: t('precision.d') } },
        ]}
      />
      <h2>{t('public.title')}</h2>
      <p>{t('public.text')}</p>
      <p>{t('public.released')}</p>
      <h2>{t('caveats.title')}</h2>
      <p>{t('caveats.text')}</p>
      <Caveat locale={locale} />
      <p>{t('caveats.authority')}</p>
    </PageShell>
  );
}
