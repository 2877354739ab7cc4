import { destination, toRadians } from './distance.ts';
import type { LngLat, PolygonGeometry, Position } from './lng-lat.ts';

/** How finely a direction is told: by four, eight or sixteen winds (half the angle between two of them), or in degrees. */
export const directionPrecisions = { cardinal: 45, eighth: 22.5, sixteenth: 11.25, degrees: 1 } as const;
export type DirectionPrecision = keyof typeof directionPrecisions;

/** All in metres, but the half-angle of the direction in degrees. */
export type OffsetTold = {
  distanceMetres: number;
  /** What the distance may be off; see `distancePrecisionMetres`. */
  distanceErrorMetres: number;
  directionErrorDegrees: number;
  /** From the named place's point to its farthest edge. */
  extentMetres: number;
  /** Of the place's coordinates. */
  coordinateErrorMetres: number;
  datumErrorMetres: number;
};

/**
 * Radius about the offset's end point by the sum of errors (Chapman & Wieczorek, Georeferencing Best Practices): errors
 * that act on the start add up with the distance's own, and the far corner of the wedge that direction and distance
 * leave open is measured by the law of cosines.
 */
export function offsetErrorMetres(told: OffsetTold): number {
  const start = told.extentMetres + told.coordinateErrorMetres + told.datumErrorMetres;
  const [d, far] = [told.distanceMetres, told.distanceMetres + told.distanceErrorMetres + start];
  const angle = toRadians(told.directionErrorDegrees);
  return Math.sqrt(Math.max(0, d * d + far * far - 2 * d * far * Math.cos(angle)));
}

/** What the last digit of a told distance is worth: "2 km" half a kilometre, "2.5 km" 50 m, "1500 m" 50 m; 10 km a whole five. */
export function distancePrecisionMetres(distance: number): number {
  if (!(distance > 0)) return 0;
  let unit = 1;
  while (unit < 10_000 && Math.round(distance) % (unit * 10) === 0) unit *= 10;
  return unit / 2;
}

/** The ring sector that direction and distance leave open about a start that is known exactly. */
export function wedge(
  origin: LngLat,
  bearing: number,
  told: Pick<OffsetTold, 'distanceMetres' | 'distanceErrorMetres' | 'directionErrorDegrees'>,
): PolygonGeometry {
  const [near, far] = [told.distanceMetres - told.distanceErrorMetres, told.distanceMetres + told.distanceErrorMetres];
  const steps = 16;
  const arc = (metres: number) =>
    Array.from({ length: steps + 1 }, (_, i): Position => {
      const angle = bearing - told.directionErrorDegrees + (2 * told.directionErrorDegrees * i) / steps;
      const { lng, lat } = destination(origin, (angle + 360) % 360, metres);
      return [lng, lat];
    });
  const inner: Position[] = near > 0 ? arc(near).reverse() : [[origin.lng, origin.lat]];
  const ring = [...arc(far), ...inner];
  return { type: 'Polygon', coordinates: [[...ring, ring[0]!]] };
}

/** Where an offset began, from where it ended: the start that leads back there. */
export function offsetStart(end: LngLat, bearing: number, metres: number): LngLat {
  // meridians converge: the way back is not quite the opposite bearing
  const guess = destination(end, (bearing + 180) % 360, metres);
  const reached = destination(guess, bearing, metres);
  return { lng: guess.lng + end.lng - reached.lng, lat: guess.lat + end.lat - reached.lat };
}
