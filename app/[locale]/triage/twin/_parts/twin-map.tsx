import { getTranslations } from 'next-intl/server';
import type { Context } from '../../../../../lib/context.ts';
import { getDeployment } from '../../../../../lib/deployment/get-deployment.ts';
import { defaultArea } from '../../../../../lib/geo/area.ts';
import { type Bbox, bboxOf } from '../../../../../lib/geo/bbox.ts';
import { positionsOf } from '../../../../../lib/geo/lng-lat.ts';
import { formatDistance } from '../../../../../lib/i18n/formats.ts';
import type { Locale } from '../../../../../lib/i18n/locales.ts';
import type { TwinSide, TwinView } from '../../../../../lib/triage/incidents/get-twin.ts';
import { errorShapes } from '../../../../../lib/triage/location/error-shapes.ts';
import { Caveat } from '../../../../_ui/caveat.tsx';
import { LeafletMap } from '../../../../_ui/map/leaflet-map.tsx';
import type { AreaGeometry, MapFeature } from '../../../../_ui/map/map-feature.ts';
import { mapNames } from '../../../../_ui/map/map-names.ts';
import { mapWords, tileSource } from '../../../../_ui/map/map-words.ts';
import { Letter } from './comparison.tsx';

const metresPerDegree = 83_000;

/** Both sides' claims with their error shapes on one map: A a full line, B a dashed one, each with its letter. */
export async function TwinMap({ ctx, locale, twin }: { ctx: Context; locale: Locale; twin: TwinView }) {
  const t = await getTranslations({ locale, namespace: 'incidents' });
  const values = await getTranslations({ locale, namespace: 'values' });
  const reaches = await errorShapes(ctx, [...twin.a.claims, ...twin.b.claims]);
  const featuresOf = (side: TwinSide, letter: 'A' | 'B') =>
    side.claims.flatMap((claim): MapFeature[] =>
      claim.geometry
        ? [
            {
              id: `${letter}-${claim.id}`,
              geometry: claim.geometry,
              look: letter === 'A' ? 'side-a' : 'side-b',
              letter,
              radiusMetres: claim.effectiveUncertaintyMetres,
              reach: reaches.get(claim.id),
              title: `${letter} · ${claim.reportName} · ${values(`locationMethods.${claim.method}`)}`,
              lines: [
                values(`positionsOf.${claim.positionOf}`),
                `± ${formatDistance(locale, claim.effectiveUncertaintyMetres)}`,
              ],
            },
          ]
        : [],
    );
  return (
    <section className="twin-map" aria-label={t('map.title')}>
      <LeafletMap
        words={await mapWords(locale)}
        bounds={boundsOf([twin.a, twin.b])}
        features={[...featuresOf(twin.a, 'A'), ...featuresOf(twin.b, 'B')]}
        names={await mapNames(ctx, locale)}
        tiles={tileSource()}
        area={(await getDeployment(ctx))?.areaOfInterest as AreaGeometry | undefined}
      >
        <noscript>{t('map.noScript')}</noscript>
      </LeafletMap>
      <p className="map-notes">
        <Letter letter="A" /> {twin.a.name}, {t('map.full')} · <Letter letter="B" /> {twin.b.name}, {t('map.dashed')}
        {twin.metresApart !== null && ` · ${t('map.apart', { metres: formatDistance(locale, twin.metresApart) })}`}
      </p>
      <Caveat locale={locale} />
    </section>
  );
}

function boundsOf(sides: readonly TwinSide[]): Bbox {
  const shapes = sides.flatMap(({ claims }) =>
    claims.flatMap(({ geometry, effectiveUncertaintyMetres }) =>
      geometry ? [{ geometry, error: effectiveUncertaintyMetres }] : [],
    ),
  );
  if (shapes.length === 0) return defaultArea.bbox;
  const box = bboxOf(shapes.flatMap(({ geometry }) => positionsOf(geometry)));
  const margin = (Math.max(...shapes.map(({ error }) => error)) * 1.5) / metresPerDegree + 0.005;
  return { west: box.west - margin, south: box.south - margin, east: box.east + margin, north: box.north + margin };
}
