import { getTranslations } from 'next-intl/server';
import { formatDate } from '../../../lib/i18n/formats.ts';
import type { Locale } from '../../../lib/i18n/locales.ts';
import { publishedSurface } from '../../../lib/risk/published-surface.ts';
import { requestContext } from '../../_http/context.ts';
import { Caveat } from '../caveat.tsx';
import { Legend } from './legend.tsx';
import './map.css';
import type { AreaGeometry } from './map-feature.ts';
import { mapNames } from './map-names.ts';
import { MapOpener } from './map-opener.tsx';
import { openerWords, tileSource } from './map-words.ts';
import { PublicSvg } from './public-svg.tsx';
import './public-map.css';

/** The public tier with legend and both caveats: a drawing that needs no script, and after a tap a map that moves. */
export async function PublicMap({ locale }: { locale: Locale }) {
  const t = await getTranslations({ locale, namespace: 'map' });
  const ctx = await requestContext();
  const [release, names] = await Promise.all([publishedSurface(ctx, 'public'), mapNames(ctx, locale)]);
  if (!release?.body.area)
    return (
      <div className="panel">
        <p>{t('notPublished')}</p>
        <Caveat locale={locale} />
      </div>
    );
  const { squares, released = [] } = release.body;
  const area = release.body.area as AreaGeometry;
  const image = [
    t('imageLabel', { count: squares.length }),
    ...(released.length > 0 ? [t('imageReleased', { count: released.length })] : []),
  ];
  const words = { image: image.join(' '), outside: t('outside'), scale: t('scale') };
  const drawing = { area, squares, names, words, released: released.map(({ geometry }) => geometry) };
  return (
    <figure className="public-map">
      <MapOpener
        payloadUrl={`/api/v1/risk/map?tier=public&locale=${locale}`}
        tiles={tileSource()}
        words={await openerWords(locale)}
      >
        <PublicSvg id="narrow" width={344} {...drawing} />
        <PublicSvg id="wide" width={760} {...drawing} />
      </MapOpener>
      <noscript>
        <style>{'.map-open{display:none}'}</style>
      </noscript>
      <figcaption>
        <Legend locale={locale} tier="public" released={released.length > 0} />
        <p className="quiet small">{t('published', { date: formatDate(locale, release.publishedOn) })}</p>
      </figcaption>
      <div className="map-caveat">
        <Caveat locale={locale} />
      </div>
    </figure>
  );
}
