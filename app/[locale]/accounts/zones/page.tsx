import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { getDeployment } from '../../../../lib/deployment/get-deployment.ts';
import { listZones } from '../../../../lib/deployment/zones/list-zones.ts';
import { type LocaleParams, pageLocale } from '../../../../lib/i18n/page-locale.ts';
import { pageAccess } from '../../../_http/page-access.ts';
import type { AreaGeometry } from '../../../_ui/map/map-feature.ts';
import { mapNames } from '../../../_ui/map/map-names.ts';
import { PublicSvg } from '../../../_ui/map/public-svg.tsx';
import { Notice } from '../../../_ui/notice.tsx';
import { AccountShell } from '../_parts/account-shell.tsx';
import { answerOf } from '../_parts/answer.ts';
import { FormAnswer } from '../_parts/form-answer.tsx';
import { MarkForm } from './mark-form.tsx';
import { EndedZones, StandingZones } from './zone-lists.tsx';
import '../../../_ui/map/map.css';
import '../../../_ui/map/public-map.css';

const path = '/accounts/zones';

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'zones' });
  return { title: t('title') };
}

/** Zones marked sensitive: where they are, who marked them and why, and the ways to mark one more and to end one. */
export default async function ZonesPage({ params }: LocaleParams) {
  const locale = await pageLocale(params);
  const { session, ctx } = await pageAccess(locale, path, 'administrator', 'lead');
  const t = await getTranslations({ locale, namespace: 'zones' });
  const map = await getTranslations({ locale, namespace: 'map' });
  const zones = await listZones(ctx);
  const standing = zones.filter(({ endedAt }) => !endedAt);
  const area = (await getDeployment(ctx))?.areaOfInterest as AreaGeometry | null | undefined;
  const answer = await answerOf(locale, path);
  const drawing = area && {
    ...{ area, squares: [], names: await mapNames(ctx, locale), zones: standing.map(({ area }) => area) },
    words: { image: t('image', { count: standing.length }), outside: map('outside'), scale: map('scale') },
  };
  return (
    <AccountShell locale={locale} path={path} session={session}>
      <h1>{t('title')}</h1>
      <p className="prose">{t('lead')}</p>
      <Notice kind="warning" title={t('weigh')}>
        <ul>
          {(['atOnce', 'batches', 'after', 'recall'] as const).map((key) => (
            <li key={key}>{t(`effect.${key}`)}</li>
          ))}
        </ul>
      </Notice>
      <FormAnswer locale={locale} answer={answer} />
      {drawing && (
        <div className="public-map">
          <PublicSvg id="narrow" width={344} {...drawing} />
          <PublicSvg id="wide" width={760} {...drawing} />
        </div>
      )}
      <div className="account-columns">
        <div>
          <StandingZones locale={locale} zones={standing} answer={answer} />
          <EndedZones locale={locale} zones={zones.filter(({ endedAt }) => endedAt)} />
        </div>
        <MarkForm locale={locale} answer={answer} />
      </div>
    </AccountShell>
  );
}
