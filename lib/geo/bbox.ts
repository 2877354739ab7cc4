import type { LngLat, Position } from './lng-lat.ts';

/** Degrees; does not cross the antimeridian. */
export type Bbox = { west: number; south: number; east: number; north: number };

export function bboxOf(positions: readonly Position[]): Bbox {
  if (positions.length === 0) throw new RangeError('A bounding box needs at least one position.');
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (const [lng, lat] of positions) {
    box.west = Math.min(box.west, lng);
    box.east = Math.max(box.east, lng);
    box.south = Math.min(box.south, lat);
    box.north = Math.max(box.north, lat);
  }
  return box;
}

/** The border belongs to the box. */
export const bboxContains = (box: Bbox, { lng, lat }: LngLat): boolean =>
  lng >= box.west && lng <= box.east && lat >= box.south && lat <= box.north;

export const bboxCentre = (box: Bbox): LngLat => ({ lng: (box.west + box.east) / 2, lat: (box.south + box.north) / 2 });
