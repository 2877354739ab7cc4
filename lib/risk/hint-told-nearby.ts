import type { Context } from '../context.ts';
import { fromPosition } from '../geo/lng-lat.ts';
import { squareOf } from '../geo/squares.ts';
import { squaresTouched } from '../geo/squares-touched.ts';
import { getPlaces } from '../places/get-places.ts';
import { deriveClaims } from '../reports/derive-claims.ts';
import { reportInput } from '../reports/input.ts';
import { publishedSurface } from './published-surface.ts';

/** Something near that place; something near it, and something of that year in its district. */
export type ToldNearby = 'place' | 'place_and_year';

/**
 * What a reporter may hear of other reports: whether the newest public batch marks a square of 5 km that holds a place
 * they told of, and whether it counts clues of their year in its district; null: nothing to say. Out of that frozen
 * batch and of what was typed, and of nothing else. Reports that wait in triage must not show: else whoever fears, or
 * hunts, a witness sends invented reports until one is answered with "others told of this". So the hint can confirm
 * no report and withholds one that is days old; everything it says stands on the public map and in the public counts.
 */
export async function hintToldNearby(ctx: Context, raw: unknown): Promise<ToldNearby | null> {
  const told = reportInput.safeParse(raw);
  const release = told.success ? await publishedSurface(ctx, 'public') : null;
  if (!told.success || !release) return null;
  const { locations, date } = told.data;
  const places = await getPlaces(
    ctx,
    locations.flatMap(({ placeId }) => placeId ?? []),
  );
  const marked = new Set<string>(release.body.squares);
  const near = deriveClaims(locations, (id) => places.find((place) => place.id === id))
    .flatMap(({ geometry }) => {
      if (geometry?.type === 'Point') return squareOf(fromPosition(geometry.coordinates));
      return geometry ? squaresTouched(geometry, 0) : [];
    })
    .some((square) => marked.has(square));
  if (!near) return null;
  const years = [date?.start, date?.end ?? date?.start].map((day) => Number(day?.slice(0, 4)));
  const districts = places.map(({ id, kind, district }) => (kind === 'district' ? id : district?.id));
  const counted = release.body.counts.some(
    ({ districtId, year }) => districts.includes(districtId) && years[0]! <= year && year <= years[1]!,
  );
  return counted ? 'place_and_year' : 'place';
}
