import { getTranslations } from 'next-intl/server';
import type { OrganisationClue } from '../../../../lib/clues/disclosure.ts';
import type { Context } from '../../../../lib/context.ts';
import { bboxOf } from '../../../../lib/geo/bbox.ts';
import { positionsOf } from '../../../../lib/geo/lng-lat.ts';
import { formatDistance } from '../../../../lib/i18n/formats.ts';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import { errorShapes } from '../../../../lib/triage/location/error-shapes.ts';
import { LeafletMap } from '../../../_ui/map/leaflet-map.tsx';
import type { MapFeature } from '../../../_ui/map/map-feature.ts';
import { mapNames } from '../../../_ui/map/map-names.ts';
import { mapWords, tileSource } from '../../../_ui/map/map-words.ts';
import { MarkLegend } from '../../../_ui/map/marks/mark-legend.tsx';

type Told = Pick<OrganisationClue, 'kind' | 'geometry' | 'uncertaintyMetres' | 'precisionClass'>;
type Props = { ctx: Context; locale: Locale; clue: Told; label?: string; below?: readonly MapFeature[] };
const metresPerDegree = 83_000;

/** One clue by its kind's sign, as point, line or area with its error; nothing where the reader is told no place. */
export async function ClueMap({ ctx, locale, clue, label, below = [] }: Props) {
  const { kind, geometry, uncertaintyMetres } = clue;
  if (!geometry) return null;
  const t = await getTranslations({ locale, namespace: 'clues' });
  const claim = { id: 'clue', geometry, effectiveUncertaintyMetres: uncertaintyMetres };
  const own: MapFeature = {
    id: 'clue',
    geometry,
    look: clue.precisionClass === 'C' ? 'settlement' : 'clue',
    mark: kind,
    radiusMetres: uncertaintyMetres,
    reach: (await errorShapes(ctx, [claim])).get('clue'),
    title: t(`kind.${kind}`),
    lines: [`± ${formatDistance(locale, uncertaintyMetres)}`],
  };
  const { west, south, east, north } = bboxOf(positionsOf(geometry));
  const margin = (uncertaintyMetres * 1.6) / metresPerDegree + 0.003;
  return (
    <div className="clue-map">
      <LeafletMap
        words={{ ...(await mapWords(locale)), label: label ?? t('map'), pickHint: undefined }}
        bounds={{ west: west - margin, south: south - margin, east: east + margin, north: north + margin }}
        names={await mapNames(ctx, locale)}
        features={[...below, own]}
        tiles={tileSource()}
      />
      <MarkLegend locale={locale} kinds={[kind]} settlement={clue.precisionClass === 'C'} />
    </div>
  );
}
