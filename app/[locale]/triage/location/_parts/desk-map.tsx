import { getTranslations } from 'next-intl/server';
import type { Context } from '../../../../../lib/context.ts';
import { getDeployment } from '../../../../../lib/deployment/get-deployment.ts';
import { defaultArea } from '../../../../../lib/geo/area.ts';
import { bboxOf } from '../../../../../lib/geo/bbox.ts';
import { type Position, positionsOf } from '../../../../../lib/geo/lng-lat.ts';
import type { PlacedScan } from '../../../../../lib/geo/place-scan.ts';
import { formatDistance } from '../../../../../lib/i18n/formats.ts';
import type { Locale } from '../../../../../lib/i18n/locales.ts';
import type { CaseView } from '../../../../../lib/triage/get-case.ts';
import { errorShapes } from '../../../../../lib/triage/location/error-shapes.ts';
import { LeafletMap } from '../../../../_ui/map/leaflet-map.tsx';
import type { AreaGeometry, MapFeature, MapName } from '../../../../_ui/map/map-feature.ts';
import { mapNames } from '../../../../_ui/map/map-names.ts';
import { mapWords, tileSource } from '../../../../_ui/map/map-words.ts';
import { MarkLegend } from '../../../../_ui/map/marks/mark-legend.tsx';
import { claimLetter } from './claim-letter.ts';
import type { BuiltOffset } from './offset.ts';

type Props = {
  ctx: Context;
  locale: Locale;
  view: CaseView;
  offset: BuiltOffset | null;
  scan: (PlacedScan & { ok: true }) | null;
};
const metresPerDegree = 83_000;

/** Every claim by its letter with the disc, wedge or band of its error; so too what is being built and not saved yet. */
export async function DeskMap({ ctx, locale, view, offset, scan }: Props) {
  const t = await getTranslations({ locale, namespace: 'location' });
  const values = await getTranslations({ locale, namespace: 'values' });
  const reaches = await errorShapes(ctx, [
    ...view.claims,
    ...(offset ? [{ id: 'offset', ...offset.claim, effectiveUncertaintyMetres: offset.radiusMetres }] : []),
    ...(scan ? [{ id: 'scan', geometry: scan.geometry, effectiveUncertaintyMetres: scan.uncertaintyMetres }] : []),
  ]);
  const lettered = view.claims.map((claim, i) => ({ ...claim, letter: claimLetter(i) }));
  const features = lettered.flatMap((claim): MapFeature[] =>
    claim.geometry
      ? [
          {
            id: claim.id,
            geometry: claim.geometry,
            look: claim.id === view.estimate?.claimId ? 'claim' : 'claim-quiet',
            radiusMetres: claim.effectiveUncertaintyMetres,
            reach: reaches.get(claim.id),
            title: `${claim.letter} · ${values(`locationMethods.${claim.method}`)}`,
            lines: [
              values(`positionsOf.${claim.positionOf}`),
              `± ${formatDistance(locale, claim.effectiveUncertaintyMetres)}`,
            ],
          },
        ]
      : [],
  );
  const letters = lettered.flatMap(({ id, letter, geometry }): MapName[] => {
    const at = geometry && positionsOf(geometry)[0];
    return at ? [{ id: `letter-${id}`, name: letter, lng: at[0], lat: at[1], rank: 1 }] : [];
  });
  const built: MapFeature[] = offset
    ? [
        {
          id: 'offset',
          geometry: offset.claim.geometry,
          look: 'claim-quiet',
          radiusMetres: offset.radiusMetres,
          reach: reaches.get('offset'),
          title: t('offset.preview', { metres: formatDistance(locale, offset.radiusMetres) }),
          lines: [t('offset.wedge')],
        },
      ]
    : [];
  const read: MapFeature[] = scan
    ? [
        {
          id: 'scan',
          geometry: scan.geometry,
          look: 'claim-quiet',
          radiusMetres: scan.uncertaintyMetres,
          reach: reaches.get('scan'),
          title: t('offset.preview', { metres: formatDistance(locale, scan.uncertaintyMetres) }),
        },
      ]
    : [];
  const all = [...features, ...built, ...read];
  const widest = Math.max(0, ...all.map(({ radiusMetres }) => radiusMetres ?? 0));
  const points = all.flatMap(({ geometry }): Position[] =>
    geometry.type === 'MultiPolygon' ? geometry.coordinates.flat(2) : positionsOf(geometry),
  );
  const margin = (widest * 1.3) / metresPerDegree + 0.005;
  const box = points.length > 0 ? bboxOf(points) : defaultArea.bbox;
  const bounds = {
    west: box.west - margin,
    south: box.south - margin,
    east: box.east + margin,
    north: box.north + margin,
  };
  return (
    <div className="desk-map">
      <LeafletMap
        words={{ ...(await mapWords(locale)), label: t('map'), pickHint: undefined }}
        bounds={bounds}
        features={all}
        names={[...letters, ...(await mapNames(ctx, locale))]}
        area={(await getDeployment(ctx))?.areaOfInterest as AreaGeometry | undefined}
        tiles={tileSource()}
      />
      <MarkLegend locale={locale} kinds={[]} />
    </div>
  );
}
