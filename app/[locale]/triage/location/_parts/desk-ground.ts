import type { Context } from '../../../../../lib/context.ts';
import { defaultArea } from '../../../../../lib/geo/area.ts';
import { type Bbox, bboxOf } from '../../../../../lib/geo/bbox.ts';
import { positionsOf } from '../../../../../lib/geo/lng-lat.ts';
import type { Locale } from '../../../../../lib/i18n/locales.ts';
import type { CaseView } from '../../../../../lib/triage/get-case.ts';
import type { MapFeature, MapName, MapWords, TileSource } from '../../../../_ui/map/map-feature.ts';
import { mapNames } from '../../../../_ui/map/map-names.ts';
import { mapWords, tileSource } from '../../../../_ui/map/map-words.ts';
import { claimLetter } from './claim-letter.ts';

export type DeskGround = {
  words: MapWords;
  bounds: Bbox;
  names: readonly MapName[];
  features: readonly MapFeature[];
  tiles: TileSource;
};
const aboutDegrees = 0.05;

/** A map to work on: the claims so far in outline, and some kilometres around them. */
export async function deskGround(
  ctx: Context,
  locale: Locale,
  view: CaseView,
  words: Partial<MapWords>,
): Promise<DeskGround> {
  const features = view.claims.flatMap(({ id, geometry }, i): MapFeature[] =>
    geometry ? [{ id, geometry, look: 'outline', letter: claimLetter(i) }] : [],
  );
  const points = view.claims.flatMap(({ geometry }) => (geometry ? positionsOf(geometry) : []));
  const box = points.length > 0 ? bboxOf(points) : null;
  return {
    words: { ...(await mapWords(locale)), pickHint: undefined, ...words },
    bounds: box
      ? {
          west: box.west - aboutDegrees,
          south: box.south - aboutDegrees,
          east: box.east + aboutDegrees,
          north: box.north + aboutDegrees,
        }
      : defaultArea.bbox,
    names: await mapNames(ctx, locale),
    features,
    tiles: tileSource(),
  };
}
