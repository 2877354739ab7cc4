import type { Geometry, Position } from './lng-lat.ts';

/** The corners of a line or an area, without the one that closes a ring; a point has none to remove. */
export function cornersOf(geometry: Geometry | null): Position[] {
  if (geometry?.type === 'LineString') return geometry.coordinates;
  return geometry?.type === 'Polygon' ? (geometry.coordinates[0] ?? []).slice(0, -1) : [];
}

/** How many must stay. */
export const fewestCorners = (geometry: Geometry | null): number => (geometry?.type === 'Polygon' ? 3 : 2);

/** Which corner a change moved or added; undefined when it took one away or nothing. */
export function changedCorner(before: readonly Position[], after: readonly Position[]): number | undefined {
  if (after.length < before.length) return undefined;
  const found = after.findIndex((one, i) => one[0] !== before[i]?.[0] || one[1] !== before[i]?.[1]);
  return found === -1 ? undefined : found;
}

/** The corner nearest to where somebody pressed, if a finger's breadth away at most; in pixels. */
export function pressedCorner(corners: readonly { x: number; y: number }[], at: { x: number; y: number }) {
  const distances = corners.map(({ x, y }) => Math.hypot(x - at.x, y - at.y));
  const nearest = Math.min(...distances);
  return nearest <= 22 ? distances.indexOf(nearest) : undefined;
}
