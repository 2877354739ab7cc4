import { type Grid, visitRuns } from '../../../geo/hex-grid.ts';
import type { LngLatPolygons, Point } from '../../../geo/hex-plane.ts';
import { boundsOf, clipByConvex, overlap, ringMoments } from '../../../geo/hex-shape.ts';
import { type Ranking, rankCells } from '../../model/ranking.ts';
import { hitShare } from './metrics.ts';

export const INSPECTED_SHARES = [0.01, 0.05, 0.1, 0.2] as const;
export const NEAR_METRES = 3_000;

/** Hazardous area per cell in square metres, and the part of it whose middle lies within 3 km of an incident. */
export type HazardousArea = { all: Float64Array; near: Float64Array };

/** Surveyed polygons on the grid; where they overlap a cell counts at most once. */
export function hazardousArea(
  grid: Grid,
  polygons: LngLatPolygons,
  incidents: readonly { x: number; y: number }[],
): HazardousArea {
  const all = new Float64Array(grid.size);
  const near = new Float64Array(grid.size);
  const isNear = nearness(incidents);
  const shapes = polygons.map((rings) => rings.map((ring) => ring.map(grid.plane.toPlane)));
  for (const shape of shapes.flatMap((one) => cutToSize(one, 4 * Math.sqrt(grid.meanArea)))) {
    const [minX, minY, maxX, maxY] = boundsOf(shape[0]!);
    const reach = Math.hypot(maxX - minX, maxY - minY) / 2 + Math.sqrt(grid.meanArea);
    visitRuns(grid, (minX + maxX) / 2, (minY + maxY) / 2, reach, (first, end) => {
      for (let k = first; k < end; k++) {
        const cell = grid.bins.order[k]!;
        const part = overlap(shape, counterClockwise(grid.corners(cell)));
        if (!part) continue;
        const added = Math.min(part.area, grid.area[cell]! - all[cell]!);
        all[cell]! += added;
        if (isNear(part.x, part.y)) near[cell]! += added;
      }
    });
  }
  return { all, near };
}

/** Share of hazardous area inside the first shares of area inspected in the map's order: all, within and beyond 3 km. */
export function hazardFound(grid: Grid, map: Float64Array, { all, near }: HazardousArea) {
  const ranking = rankCells(grid, map);
  const share = (inspected: number, amount: (cell: number) => number) => foundIn(grid, ranking, inspected, amount);
  return INSPECTED_SHARES.map((inspected) => ({
    inspected,
    all: share(inspected, (cell) => all[cell]!),
    within3km: share(inspected, (cell) => near[cell]!),
    beyond3km: share(inspected, (cell) => all[cell]! - near[cell]!),
  }));
}

/** [share of area inspected, share of hazardous area found], by half per cent up to 30 %. */
export function hazardCurve(grid: Grid, map: Float64Array, { all }: HazardousArea): [number, number][] {
  const ranking = rankCells(grid, map);
  return Array.from({ length: 61 }, (_, i) => [i / 200, foundIn(grid, ranking, i / 200, (cell) => all[cell]!)]);
}

function foundIn(grid: Grid, ranking: Ranking, inspected: number, amount: (cell: number) => number): number {
  let [found, whole] = [0, 0];
  for (let cell = 0; cell < grid.size; cell++) {
    const here = amount(cell);
    if (!here) continue;
    whole += here;
    found += here * hitShare(ranking, cell, inspected);
  }
  return whole ? found / whole : Number.NaN;
}

/** The same by settlement: settlements ranked by mean danger within 3 km, hazardous area within 3 km found. */
export function hazardFoundBySettlement(
  grid: Grid,
  map: Float64Array,
  { all }: HazardousArea,
  settlements: readonly { x: number; y: number }[],
) {
  const ranked = settlements
    .map(({ x, y }) => {
      let [danger, area, hazard] = [0, 0, 0];
      const reach = NEAR_METRES + Math.sqrt(grid.meanArea) / 2;
      visitRuns(grid, x, y, reach, (first, end) => {
        for (let k = first; k < end; k++) {
          const cell = grid.bins.order[k]!;
          if (Math.hypot(grid.x[cell]! - x, grid.y[cell]! - y) > reach) continue;
          danger += map[cell]!;
          area += grid.area[cell]!;
          hazard += all[cell]!;
        }
      });
      return { danger: area ? danger / area : 0, hazard };
    })
    .sort((a, b) => b.danger - a.danger);
  const whole = ranked.reduce((sum, { hazard }) => sum + hazard, 0);
  return INSPECTED_SHARES.map((inspected) => {
    const first = ranked.slice(0, Math.ceil(inspected * ranked.length));
    return { inspected, found: first.reduce((sum, { hazard }) => sum + hazard, 0) / whole };
  });
}

function nearness(incidents: readonly { x: number; y: number }[]): (x: number, y: number) => boolean {
  const squares = new Map<string, { x: number; y: number }[]>();
  const key = (column: number, row: number) => `${column} ${row}`;
  const square = (v: number) => Math.floor(v / NEAR_METRES);
  for (const incident of incidents) {
    const at = key(square(incident.x), square(incident.y));
    squares.set(at, [...(squares.get(at) ?? []), incident]);
  }
  return (x, y) => {
    for (let row = -1; row <= 1; row++)
      for (let column = -1; column <= 1; column++)
        for (const incident of squares.get(key(square(x) + column, square(y) + row)) ?? [])
          if (Math.hypot(incident.x - x, incident.y - y) <= NEAR_METRES) return true;
    return false;
  };
}

/** A polygon in parts by halving it until a part is small or simple: clipping a country's outline by each cell would take minutes. */
function cutToSize(rings: readonly (readonly Point[])[], size: number): Point[][][] {
  const kept = rings.filter((ring) => ring.length >= 3).map((ring) => ring.slice());
  if (!rings[0] || rings[0].length < 3) return [];
  const [minX, minY, maxX, maxY] = boundsOf(kept[0]!);
  const [width, height] = [maxX - minX, maxY - minY];
  const points = kept.reduce((sum, ring) => sum + ring.length, 0);
  if (Math.max(width, height) <= size || points <= 60) return [kept];
  const [x, y] = [(minX + maxX) / 2, (minY + maxY) / 2];
  const [left, right] = width > height ? [box(minX, minY, x, maxY), box(x, minY, maxX, maxY)] : [box(minX, minY, maxX, y), box(minX, y, maxX, maxY)]; // biome-ignore format: two halves
  return [left, right].flatMap((half) => {
    const parts = kept.map((ring) => clipByConvex(ring, half));
    return parts[0]!.length ? cutToSize(parts, size) : [];
  });
}

const box = (west: number, south: number, east: number, north: number): Point[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
];

const counterClockwise = (ring: Point[]) => (ringMoments(ring).area < 0 ? ring.toReversed() : ring);
