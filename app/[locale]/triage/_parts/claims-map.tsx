import { getTranslations } from 'next-intl/server';
import type { Context } from '../../../../lib/context.ts';
import { getDeployment } from '../../../../lib/deployment/get-deployment.ts';
import { defaultArea } from '../../../../lib/geo/area.ts';
import { type Bbox, bboxOf } from '../../../../lib/geo/bbox.ts';
import { positionsOf } from '../../../../lib/geo/lng-lat.ts';
import { formatDistance } from '../../../../lib/i18n/formats.ts';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import { spoken } from '../../../../lib/ids.ts';
import type { CaseView } from '../../../../lib/triage/get-case.ts';
import { errorShapes } from '../../../../lib/triage/location/error-shapes.ts';
import { offeredScore } from '../../../../lib/triage/same-event/weights.ts';
import { Caveat } from '../../../_ui/caveat.tsx';
import { Legend } from '../../../_ui/map/legend.tsx';
import type { AreaGeometry, MapFeature } from '../../../_ui/map/map-feature.ts';
import { mapNames } from '../../../_ui/map/map-names.ts';
import { mapWords, tileSource } from '../../../_ui/map/map-words.ts';
import { CaseMap } from './case-map.tsx';
import { measureWords } from './measure-words.ts';
import { measureInWords } from './shape-measure.ts';

const metresPerDegree = 83_000;

/** Every claim with its error shape: the one that counts strong, the others quiet. */
export async function ClaimsMap({ ctx, locale, view }: { ctx: Context; locale: Locale; view: CaseView | null }) {
  const t = await getTranslations({ locale, namespace: 'triage' });
  const values = await getTranslations({ locale, namespace: 'values' });
  const measures = await measureWords(locale);
  const reaches = await errorShapes(ctx, view?.claims ?? []);
  const features = (view?.claims ?? []).flatMap((claim): MapFeature[] =>
    claim.geometry
      ? [
          {
            id: claim.id,
            geometry: claim.geometry,
            look: claim.id === view?.estimate?.claimId ? 'claim' : 'claim-quiet',
            radiusMetres: claim.effectiveUncertaintyMetres,
            reach: reaches.get(claim.id),
            title: `${values(`claimAuthors.${claim.author}`)} · ${values(`locationMethods.${claim.method}`)}`,
            lines: [
              values(`positionsOf.${claim.positionOf}`),
              measureInWords(claim.geometry, measures),
              `± ${formatDistance(locale, claim.effectiveUncertaintyMetres)}`,
            ].filter(Boolean),
          },
        ]
      : [],
  );
  const candidates = (view?.candidates ?? []).flatMap(({ reportId, number, place, score }): MapFeature[] =>
    place
      ? [
          {
            id: `candidate-${reportId}`,
            geometry: place.geometry,
            look: 'claim-quiet',
            radiusMetres: place.uncertaintyMetres,
            title: spoken.report(number),
            lines: [
              t(score >= offeredScore ? 'sameEvent.strong' : 'sameEvent.possible', { chance: score }),
              `± ${formatDistance(locale, place.uncertaintyMetres)}`,
            ],
          },
        ]
      : [],
  );
  return (
    <section className="triage-map" aria-label={t('claims.map')}>
      <CaseMap
        words={await mapWords(locale)}
        bounds={boundsOf(view)}
        features={[...candidates, ...features]}
        names={await mapNames(ctx, locale)}
        tiles={tileSource()}
        area={(await getDeployment(ctx))?.areaOfInterest as AreaGeometry | undefined}
        payloadUrl={`/api/v1/risk/map?tier=moderator&locale=${locale}`}
        versionUrl="/api/v1/risk/version"
      >
        <noscript>{t('claims.noMap')}</noscript>
      </CaseMap>
      <div className="map-notes">
        <Legend locale={locale} tier="graded" released />
        <Caveat locale={locale} />
      </div>
    </section>
  );
}

function boundsOf(view: CaseView | null): Bbox {
  const shapes = (view?.claims ?? []).flatMap((claim) =>
    claim.geometry ? [{ ...claim, geometry: claim.geometry }] : [],
  );
  if (shapes.length === 0) return defaultArea.bbox;
  const box = bboxOf(shapes.flatMap(({ geometry }) => positionsOf(geometry)));
  const margin = (Math.max(...shapes.map((one) => one.effectiveUncertaintyMetres)) * 1.6) / metresPerDegree + 0.005;
  return { west: box.west - margin, south: box.south - margin, east: box.east + margin, north: box.north + margin };
}
