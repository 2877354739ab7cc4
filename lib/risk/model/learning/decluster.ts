import type { Grid } from '../../../geo/hex-grid.ts';
import { addDated, type DatedClue, liftsAt, rollingSums } from '../stamps/rolling-sums.ts';

// About the reach within which incidents tell of the same hazard, and no farther than evidence counts as near.
const REACH_METRES = 3_000;

/**
 * Weights of places by declustering (Journel 1983, preferential sampling): the inverse of how densely places are told of
 * around each, mean 1. Where people report much, each report teaches less about which ground is hazardous.
 */
export function decluster(grid: Grid, places: readonly { cell: number; clues: readonly DatedClue[] }[]): Float64Array {
  const around = rollingSums(grid, [REACH_METRES], [0], ['all'], 0);
  for (const { clues } of places)
    for (const { pieces, weight } of clues) addDated(around, { pieces, weight, startDay: 0, endDay: 0, group: 'all' });
  const lifts = liftsAt(
    around,
    places.map(({ cell }) => cell),
  );
  // A place stamps its own cell, so that its density is above 0 wherever rounding leaves any.
  const weights = lifts.map((lift) => 1 / Math.max(lift, 1e-6));
  const mean = weights.reduce((sum, one) => sum + one, 0) / weights.length;
  return weights.map((one) => one / mean);
}
