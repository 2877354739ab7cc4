import type { Grid } from '../../geo/hex-grid.ts';
import { type CountForecast, countShareUpTo, learnDispersion } from '../model/learning/dispersion.ts';
import { isotonic, recalibrated } from '../model/learning/isotonic.ts';
import { rankCells } from './metrics.ts';

/** One year's forecast beside what happened. strength: n_c, the evidence in a cell; total: incidents expected. */
export type Judged = { map: Float64Array; strength: Float64Array; total: number; cells: readonly number[] };
export type Bin = { expected: number; observed: number };

const POOLS = 200;
// A step rests on this many past events; with fewer than two steps' worth the map stays as it is.
const LEAST_EXPECTED = 300;
const DISTRICT_METRES = 100_000;

/** The map recalibrated by what past forecasts met; ranks within a step stay tied. Sums to 1. */
export function recalibrate(grid: Grid, map: Float64Array, past: readonly Judged[]): Float64Array {
  const seen = past.reduce((sum, { cells }) => sum + cells.length, 0);
  if (seen < 2 * LEAST_EXPECTED) return map;
  const steps = isotonic(
    past.flatMap((year) => pool(grid, year)),
    LEAST_EXPECTED,
  );
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

function countsOf(grid: Grid, cells: readonly number[]): Int32Array {
  const counts = new Int32Array(grid.size);
  for (const cell of cells) counts[cell]!++;
  return counts;
}

/** Ten bins of equal forecast mass, the most dangerous first: expected and observed events, given the year's total. */
export function reliabilityBins(grid: Grid, map: Float64Array, cells: readonly number[]): Bin[] {
  const counts = countsOf(grid, cells);
  const bins = Array.from({ length: 10 }, () => ({ expected: 0, observed: 0 }));
  let mass = 0;
  for (const cell of rankCells(grid, map).order) {
    const bin = bins[Math.min(9, Math.floor((mass + map[cell]! / 2) * 10))]!;
    mass += map[cell]!;
    bin.expected += map[cell]! * cells.length;
    bin.observed += counts[cell]!;
  }
  return bins;
}

/** Expected calibration error: share of events in the wrong bin. */
export function calibrationError(bins: readonly Bin[]): number {
  const total = bins.reduce((sum, { observed }) => sum + observed, 0);
  return bins.reduce((sum, { expected, observed }) => sum + Math.abs(expected - observed), 0) / total;
}

/** Counts of squares of 100 km and of the most dangerous tenth of cells. */
export function countForecasts(
  grid: Grid,
  year: Judged,
  priorShape: number,
): { districts: CountForecast[]; top: CountForecast[] } {
  const counts = countsOf(grid, year.cells);
  const ranking = rankCells(grid, year.map);
  const districts = new Map<string, CountForecast>();
  const top: CountForecast[] = [];
  for (let cell = 0; cell < grid.size; cell++) {
    const [mean, strength, observed] = [year.map[cell]! * year.total, year.strength[cell]!, counts[cell]!];
    if (ranking.before[cell]! < 0.1) top.push({ shape: priorShape + strength, mean, observed });
    const key = `${Math.floor(grid.x[cell]! / DISTRICT_METRES)} ${Math.floor(grid.y[cell]! / DISTRICT_METRES)}`;
    const district = districts.get(key) ?? { shape: priorShape, mean: 0, observed: 0 };
    district.shape += strength;
    district.mean += mean;
    district.observed += observed;
    districts.set(key, district);
  }
  return { districts: [...districts.values()], top };
}

/** Randomised PIT values of counts, shapes divided by the dispersion that the past taught. random: 0..1, seeded. */
export function pitValues(
  now: readonly CountForecast[],
  past: readonly CountForecast[],
  random: () => number,
): number[] {
  const dispersion = past.length ? learnDispersion(past) : 1;
  return now.map(({ shape, mean, observed }) => {
    const a = shape / dispersion;
    const under = observed ? countShareUpTo(observed - 1, a, mean) : 0;
    return under + random() * (countShareUpTo(observed, a, mean) - under);
  });
}
