import { bearingDegrees, destination, distanceMetres } from './distance.ts';
import type { LngLat } from './lng-lat.ts';
import { offsetUncertaintyMetres } from './uncertainty.ts';

export const compassPoints = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const;
export type CompassPoint = (typeof compassPoints)[number];

export const compassDegrees = (point: CompassPoint): number => compassPoints.indexOf(point) * 45;

/** Degrees clockwise from north. */
export type Offset = { bearingDegrees: number; distanceMetres: number };

/** "2 km north of X": the place meant, and its 95 % radius. */
export function offsetFrom(origin: LngLat, originUncertaintyMetres: number, offset: Offset) {
  return {
    lngLat: destination(origin, offset.bearingDegrees, offset.distanceMetres),
    uncertaintyMetres: offsetUncertaintyMetres(offset.distanceMetres, originUncertaintyMetres),
  };
}

/** The other way round: how a place lies from a landmark. */
export const offsetOf = (landmark: LngLat, place: LngLat): Offset => ({
  bearingDegrees: bearingDegrees(landmark, place),
  distanceMetres: distanceMetres(landmark, place),
});
