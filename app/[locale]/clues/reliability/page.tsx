import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { reliabilityByType } from '../../../../lib/clues/feedback/list-feedback.ts';
import { getDeployment } from '../../../../lib/deployment/get-deployment.ts';
import { formatNumber } from '../../../../lib/i18n/formats.ts';
import { type LocaleParams, pageLocale } from '../../../../lib/i18n/page-locale.ts';
import { pageAccess } from '../../../_http/page-access.ts';
import { Caveat } from '../../../_ui/caveat.tsx';
import { DataTable } from '../../../_ui/data-table.tsx';
import { PageShell } from '../../../_ui/page-shell.tsx';

const path = '/clues/reliability';
/** Below this many judged cases a share would only pretend. */
const fewestForShare = 10;

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'feedback' });
  return { title: t('reliability.title') };
}

/** What official feedback says about each type of evidence, with its counts. */
export default async function ReliabilityPage({ params }: LocaleParams) {
  const locale = await pageLocale(params);
  const { ctx } = await pageAccess(locale, path, 'moderator', 'lead');
  const t = await getTranslations({ locale, namespace: 'feedback.reliability' });
  const clues = await getTranslations({ locale, namespace: 'clues' });
  const triage = await getTranslations({ locale, namespace: 'triage' });
  const types = await reliabilityByType(ctx, (await getDeployment(ctx))?.demonstration ?? false);
  const rows = types.map((type) => ({
    key: `${type.kind}-${type.precisionClass}-${type.infoCredibility}`,
    cells: {
      kind: clues(`kind.${type.kind}`),
      precision: type.precisionClass,
      credibility: `${type.infoCredibility} – ${triage(`credibility.${type.infoCredibility}`)}`,
      judged: type.judged,
      confirmed: type.confirmed,
      uncounted: type.uncounted,
      share:
        type.judged < fewestForShare
          ? t('small')
          : `${formatNumber(locale, (100 * type.confirmed) / type.judged, 0)} %`,
    },
  }));
  const numeric = new Set(['judged', 'confirmed', 'uncounted']);
  return (
    <PageShell locale={locale} path={path}>
      <h1>{t('title')}</h1>
      <p>{t('lead')}</p>
      <p>
        <a href={`/${locale}/clues`}>{clues('listTitle')}</a>
      </p>
      <DataTable
        id="reliability"
        caption={t('title')}
        captionHidden
        columns={(['kind', 'precision', 'credibility', 'judged', 'confirmed', 'uncounted', 'share'] as const).map(
          (key) => ({ key, label: t(key), numeric: numeric.has(key) }),
        )}
        rows={rows}
        empty={t('empty')}
      />
      <p className="quiet">{t('note')}</p>
      <Caveat locale={locale} />
    </PageShell>
  );
}
