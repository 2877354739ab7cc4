import type { Grid } from '../../../geo/hex-grid.ts';
import { addDated, type DatedClue, liftsAt, rollingSums } from '../stamps/rolling-sums.ts';

// About the reach within which incidents tell of the same hazard, and no farther than evidence counts as near.
const REACH_METRES = 3_000;

// How densely places are told of goes with how much ground is hazardous times how much is reported there. Events do not tell the two
// apart; where both vary alike, the root of the density is the best guess of the hazard (regression of its logarithm: slope 1/2).
const HAZARD_SHARE = 0.5;

/**
 * Weights of places by declustering (Journel 1983, preferential sampling), mean 1: the density of reports around each is lowered to
 * its root, halfway between counting every report and giving every neighbourhood the same.
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
  const weights = lifts.map((lift) => Math.max(lift, 1e-6) ** (HAZARD_SHARE - 1));
  const mean = weights.reduce((sum, one) => sum + one, 0) / weights.length;
  return weights.map((one) => one / mean);
}
