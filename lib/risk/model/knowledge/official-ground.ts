import { type Grid, visitRuns } from '../../../geo/hex-grid.ts';
import type { Point } from '../../../geo/hex-plane.ts';
import { boundsOf, contains, overlap, ringMoments } from '../../../geo/hex-shape.ts';
import { withoutRepeatedEnd } from '../check-input.ts';
import type { Clearance } from '../clue.ts';
import type { RiskParameters } from '../parameters.ts';

/** One official polygon's share of one cell. */
export type Coverage = { clearance: number; day: number; share: number; effect: number; support: number };

/**
 * Official polygons on the grid. byCell: coverages of each touched cell, newest first; releasedBy: index of the oldest
 * polygon that the cell's release rests on, else -1; releasedDay: its day; support: negative evidence s.
 */
export type OfficialGround = {
  cells: Int32Array;
  byCell: Map<number, Coverage[]>;
  releasedBy: Int32Array;
  support: Float64Array;
};

export function officialGround(
  grid: Grid,
  clearances: readonly Clearance[],
  parameters: RiskParameters,
): OfficialGround {
  const byCell = new Map<number, Coverage[]>();
  const shapes = clearances.map(({ rings }) => rings.map((ring) => withoutRepeatedEnd(ring).map(grid.plane.toPlane)));
  for (const [index, clearance] of clearances.entries()) {
    const effect = parameters.surveyEffects[clearance.method] * clearance.quality;
    const support = parameters.surveyWeights[clearance.method] * clearance.quality;
    for (const [cell, share] of sharesOfCells(grid, shapes[index]!)) {
      const coverage = {
        clearance: index,
        day: clearance.day,
        share,
        effect: share * effect,
        support: share * support,
      };
      byCell.set(cell, [...(byCell.get(cell) ?? []), coverage]);
    }
  }
  const releasedBy = new Int32Array(grid.size).fill(-1);
  const support = new Float64Array(grid.size);
  for (const [cell, coverages] of byCell) {
    coverages.sort((a, b) => b.day - a.day || a.clearance - b.clearance);
    releasedBy[cell] = releasing(grid, cell, coverages, clearances, shapes, parameters);
    // The strongest polygon alone: overlapping polygons must not count twice.
    support[cell] = Math.max(...coverages.map((coverage) => coverage.support));
  }
  return { cells: Int32Array.from([...byCell.keys()].sort((a, b) => a - b)), byCell, releasedBy, support };
}

/** What is left of a clue's stamp in a cell: the product of (1 - q overlap) over polygons completed after the clue. */
export function remaining(coverages: readonly Coverage[], clueEndDay: number): number {
  let left = 1;
  for (const { day, effect } of coverages) if (clueEndDay < day) left *= 1 - effect;
  return left;
}

function sharesOfCells(grid: Grid, rings: Point[][]): [number, number][] {
  const [minX, minY, maxX, maxY] = boundsOf(rings[0]!);
  const reach = Math.hypot(maxX - minX, maxY - minY) / 2 + Math.sqrt(grid.meanArea);
  const shares: [number, number][] = [];
  visitRuns(grid, (minX + maxX) / 2, (minY + maxY) / 2, reach, (first, end) => {
    for (let k = first; k < end; k++) {
      const cell = grid.bins.order[k]!;
      const part = overlap(rings, counterClockwise(grid.corners(cell)));
      if (part) shares.push([cell, Math.min(1, part.area / grid.area[cell]!)]);
    }
  });
  return shares;
}

// Newest first, until their union covers the cell: a later strike must be later than the oldest one needed.
function releasing(
  grid: Grid,
  cell: number,
  coverages: readonly Coverage[],
  clearances: readonly Clearance[],
  shapes: readonly Point[][][],
  parameters: RiskParameters,
): number {
  const usable = coverages.filter(
    ({ clearance }) =>
      clearances[clearance]!.releases !== false && parameters.releasingMethods.includes(clearances[clearance]!.method),
  );
  if (usable.reduce((sum, { share }) => sum + share, 0) < parameters.releasedShare) return -1;
  const samples = samplesOf(grid, cell);
  let open = samples;
  for (const { clearance } of usable) {
    open = open.filter(([x, y]) => !contains(shapes[clearance]!, x, y));
    if (open.length <= samples.length * (1 - parameters.releasedShare)) return clearance;
  }
  return -1;
}

function samplesOf(grid: Grid, cell: number): Point[] {
  const corners = grid.corners(cell);
  const [cx, cy] = [grid.x[cell]!, grid.y[cell]!];
  const points: Point[] = [];
  for (const [i, [ax, ay]] of corners.entries()) {
    const [bx, by] = corners[(i + 1) % corners.length]!;
    for (let u = 0; u < 5; u++)
      for (let v = 0; u + v < 5; v++) {
        const [a, b] = [(u + 1 / 3) / 5, (v + 1 / 3) / 5];
        points.push([cx + a * (ax - cx) + b * (bx - cx), cy + a * (ay - cy) + b * (by - cy)]);
      }
  }
  return points;
}

const counterClockwise = (ring: Point[]) => (ringMoments(ring).area < 0 ? ring.toReversed() : ring);
