import type { Grid } from '../../../geo/hex-grid.ts';
import { countsOf, type Judged } from '../../model/learning/calibration.ts';
import { type CountForecast, countShareUpTo } from '../../model/learning/dispersion.ts';
import { rankCells } from '../../model/ranking.ts';

export type Bin = { expected: number; observed: number };

const DISTRICT_METRES = 100_000;

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

/** Forecasts of the counts of squares of 100 km. */
export function districtCounts(
  grid: Grid,
  { map, strength, total, cells }: Judged,
  priorShape: number,
): CountForecast[] {
  const counts = countsOf(grid, cells);
  const districts = new Map<string, CountForecast>();
  for (let cell = 0; cell < grid.size; cell++) {
    const key = `${Math.floor(grid.x[cell]! / DISTRICT_METRES)} ${Math.floor(grid.y[cell]! / DISTRICT_METRES)}`;
    const district = districts.get(key) ?? { shape: priorShape, mean: 0, observed: 0 };
    district.shape += strength[cell]!;
    district.mean += map[cell]! * total;
    district.observed += counts[cell]!;
    districts.set(key, district);
  }
  return [...districts.values()];
}

/** Randomised PIT values of counts, shapes divided by the dispersion. random: 0..1, seeded. */
export function pitValues(now: readonly CountForecast[], dispersion: number, random: () => number): number[] {
  return now.map(({ shape, mean, observed }) => {
    const a = shape / dispersion;
    const under = observed ? countShareUpTo(observed - 1, a, mean) : 0;
    return under + random() * (countShareUpTo(observed, a, mean) - under);
  });
}
