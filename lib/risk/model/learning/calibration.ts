import type { Grid } from '../../../geo/hex-grid.ts';
import type { RiskParameters } from '../parameters.ts';
import { rankCells } from '../ranking.ts';
import { type CountForecast, learnDispersion } from './dispersion.ts';
import { isotonic, recalibrated, type Steps } from './isotonic.ts';

/** One year's forecast beside what happened. strength: n_c, the evidence in a cell; total: incidents expected; cells: one per incident. */
export type Judged = { map: Float64Array; strength: Float64Array; total: number; cells: readonly number[] };

const POOLS = 200;
// The most dangerous tenth of area: where there is nothing the prior sets the interval, so that it cannot be judged there.
const TOP_SHARE = 0.1;
const NO_STEPS: Steps = { start: new Float64Array(0), value: new Float64Array(0) };

/** Isotonic steps from forecast lift to the lift that past forecasts met; none (the map stays) with fewer than two steps' worth of incidents. */
export function recalibrationSteps(
  grid: Grid,
  past: readonly Judged[],
  { recalibrationEvents }: RiskParameters,
): Steps {
  const seen = past.reduce((sum, { cells }) => sum + cells.length, 0);
  if (seen < 2 * recalibrationEvents) return NO_STEPS;
  return isotonic(
    past.flatMap((year) => pool(grid, year)),
    recalibrationEvents,
  );
}

/** The map raised or lowered by the steps; ranks within a step stay tied, so that ranks are read from the map before. Sums to 1. */
export function recalibrate(grid: Grid, map: Float64Array, steps: Steps): Float64Array {
  if (!steps.start.length) return map;
  const raised = map.map((p, cell) => {
    const even = grid.area[cell]! / grid.totalArea;
    return even * recalibrated(steps, p / even);
  });
  const sum = raised.reduce((total, p) => total + p, 0);
  return raised.map((p) => p / sum);
}

function pool(grid: Grid, { map, cells }: Judged) {
  const counts = countsOf(grid, cells);
  const points: { lift: number; expected: number; observed: number }[] = [];
  let [mass, area, observed] = [0, 0, 0];
  for (const cell of rankCells(grid, map).order) {
    mass += map[cell]!;
    area += grid.area[cell]! / grid.totalArea;
    observed += counts[cell]!;
    if (mass < 1 / POOLS) continue;
    points.push({ lift: mass / area, expected: mass * cells.length, observed });
    [mass, area, observed] = [0, 0, 0];
  }
  if (mass) points.push({ lift: mass / area, expected: mass * cells.length, observed });
  return points;
}

/** Incidents per cell. */
export function countsOf(grid: Grid, cells: readonly number[]): Int32Array {
  const counts = new Int32Array(grid.size);
  for (const cell of cells) counts[cell]!++;
  return counts;
}

/** Forecasts of the counts of every cell of the most dangerous tenth of area. */
export function topCounts(grid: Grid, { map, strength, total, cells }: Judged, priorShape: number): CountForecast[] {
  const counts = countsOf(grid, cells);
  const { before, order } = rankCells(grid, map);
  return [...order]
    .filter((cell) => before[cell]! < TOP_SHARE)
    .map((cell) => ({ shape: priorShape + strength[cell]!, mean: map[cell]! * total, observed: counts[cell]! }));
}

/** The factor by which shapes were too large in past years; 1 until dispersionEvents incidents have been forecast. */
export function dispersionOf(past: readonly CountForecast[], { dispersionEvents }: RiskParameters): number {
  const seen = past.reduce((sum, { observed }) => sum + observed, 0);
  return seen < dispersionEvents ? 1 : learnDispersion(past);
}
