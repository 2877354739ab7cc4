import type { Context } from '../context.ts';
import { distanceMetres } from '../geo/distance.ts';
import { type SquareId, squareCentre, squareOf } from '../geo/squares.ts';
import { compareNames } from '../i18n/formats.ts';
import { listPlaces } from '../places/list-places.ts';

export const nearMetres = 7000;
export type DistrictDanger = { district: string | null; near: string[]; squares: SquareId[] };

/**
 * Marked squares by the names near them, grouped by district: made of the squares alone, so that it tells nothing more
 * than the map. Open to everybody.
 */
export async function describeSquares(
  ctx: Context,
  squares: readonly SquareId[],
  locale: string,
): Promise<DistrictDanger[]> {
  const places = (await listPlaces(ctx, { locale, limit: 5000 })).filter(({ lngLat }) => lngLat !== null);
  const described = squares.map((square) => {
    const centre = squareCentre(square);
    const byDistance = places
      .map((place) => ({ place, metres: distanceMetres(centre, place.lngLat!) }))
      .filter(({ metres }) => metres <= nearMetres)
      .sort((a, b) => a.metres - b.metres);
    const inside = byDistance.filter(({ place }) => squareOf(place.lngLat!) === square);
    const chosen = inside.length > 0 ? inside : byDistance.slice(0, 1);
    return { square, district: chosen[0]?.place.district?.label ?? null, near: chosen.map(({ place }) => place.label) };
  });
  const inOrder = compareNames(locale === 'other' ? 'en' : locale);
  return [...Map.groupBy(described, ({ district }) => district)]
    .map(([district, rows]) => ({
      district,
      near: [...new Set(rows.flatMap(({ near }) => near))].sort(inOrder),
      squares: rows.map(({ square }) => square),
    }))
    .sort((a, b) => (a.district === null ? 1 : b.district === null ? -1 : inOrder(a.district, b.district)));
}
