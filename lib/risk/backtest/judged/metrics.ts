import type { Grid } from '../../../geo/hex-grid.ts';
import type { Ranking } from '../../model/ranking.ts';

export const AREA_SHARES = [0.01, 0.05, 0.1] as const;

/** What one event says of a forecast: log score over uniform, hits at AREA_SHARES, share of area ranked above it. */
export type EventScore = { gain: number; hits: number[]; rank: number };

/** Expected share of a tie that lies within the first `share` of area. */
export function hitShare(ranking: Ranking, cell: number, share: number): number {
  const [before, after] = [ranking.before[cell]!, ranking.after[cell]!];
  return Math.min(1, Math.max(0, (share - before) / (after - before)));
}

export function scoreEvents(grid: Grid, map: Float64Array, ranking: Ranking, cells: readonly number[]): EventScore[] {
  return cells.map((cell) => ({
    gain: Math.log(map[cell]! / (grid.area[cell]! / grid.totalArea)),
    hits: AREA_SHARES.map((share) => hitShare(ranking, cell, share)),
    rank: (ranking.before[cell]! + ranking.after[cell]!) / 2,
  }));
}

/** Average precision of the ranking, cells with an event counting as found; ties in order of cell. */
export function averagePrecision(ranking: Ranking, cells: readonly number[]): number {
  const hit = new Set(cells);
  if (!hit.size) return Number.NaN;
  let found = 0;
  let sum = 0;
  for (const [i, cell] of ranking.order.entries())
    if (hit.has(cell)) {
      found++;
      sum += found / (i + 1);
    }
  return sum / hit.size;
}
