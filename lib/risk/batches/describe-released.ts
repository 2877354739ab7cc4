import type { Context } from '../../context.ts';
import { bboxCentre, bboxOf } from '../../geo/bbox.ts';
import { distanceMetres } from '../../geo/distance.ts';
import { listPlaces } from '../../places/list-places.ts';
import { nearMetres } from '../describe-squares.ts';
import type { ReleasedLand } from './released-land.ts';

export type DescribedRelease = Omit<ReleasedLand, 'geometry'> & { district: string | null; near: string | null };

/** Released land by the settlement next to it, in the order given. Open to everybody. */
export async function describeReleased(
  ctx: Context,
  released: readonly ReleasedLand[],
  locale: string,
): Promise<DescribedRelease[]> {
  if (released.length === 0) return [];
  const places = (await listPlaces(ctx, { locale, limit: 5000 })).filter(({ lngLat }) => lngLat !== null);
  return released.map(({ geometry, ...land }) => {
    const centre = bboxCentre(bboxOf(geometry.coordinates[0]!));
    const [nearest] = places
      .map((place) => ({ place, metres: distanceMetres(centre, place.lngLat!) }))
      .filter(({ metres }) => metres <= nearMetres)
      .sort((a, b) => a.metres - b.metres);
    return { ...land, district: nearest?.place.district?.label ?? null, near: nearest?.place.label ?? null };
  });
}
