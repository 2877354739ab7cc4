import type { EventScore } from './metrics.ts';
import type { YearOfModel } from './replay.ts';

export const METRICS = ['HR1', 'HR5', 'HR10', 'PAI5', 'AUC', 'AP', 'IG'] as const;
export type Metric = (typeof METRICS)[number];
export type Figures = Record<Metric, { value: number; error: number }>;
export type Which = 'all' | 'new';

const PER_EVENT: Record<Exclude<Metric, 'AP'>, (score: EventScore) => number> = {
  HR1: ({ hits }) => hits[0]!,
  HR5: ({ hits }) => hits[1]!,
  HR10: ({ hits }) => hits[2]!,
  PAI5: ({ hits }) => hits[1]! / 0.05,
  AUC: ({ rank }) => 1 - rank,
  IG: ({ gain }) => gain,
};

/** Figures of years of one model; errors are standard errors clustered by year. AP is the mean of years. */
export function figuresOf(years: readonly YearOfModel[], which: Which): Figures {
  return Object.fromEntries(
    METRICS.map((metric) => [metric, clustered(valuesByYear(years, which, metric))]),
  ) as Figures;
}

/** Differences a - b event by event, with standard errors clustered by year. */
export function differencesOf(a: readonly YearOfModel[], b: readonly YearOfModel[], which: Which): Figures {
  return Object.fromEntries(
    METRICS.map((metric) => {
      const [left, right] = [valuesByYear(a, which, metric), valuesByYear(b, which, metric)];
      return [metric, clustered(left.map((values, y) => values.map((value, i) => value - right[y]![i]!)))];
    }),
  ) as Figures;
}

function valuesByYear(years: readonly YearOfModel[], which: Which, metric: Metric): number[][] {
  return years.map((year) => {
    if (metric === 'AP') {
      const value = which === 'all' ? year.averagePrecision : year.averagePrecisionNew;
      return Number.isNaN(value) ? [] : [value];
    }
    return year.scores.filter((_, i) => which === 'all' || year.isNew[i]).map(PER_EVENT[metric]);
  });
}

// Ratio estimator over clusters; within one year alone, the events' own spread.
function clustered(groups: readonly number[][]): { value: number; error: number } {
  const values = groups.flat();
  const n = values.length;
  const value = values.reduce((sum, one) => sum + one, 0) / n;
  const units = groups.length > 1 ? groups : values.map((one) => [one]);
  const spread = units.reduce((sum, unit) => sum + unit.reduce((s, one) => s + one - value, 0) ** 2, 0);
  return { value, error: Math.sqrt((spread * units.length) / Math.max(1, units.length - 1)) / n };
}

/** Hit-rate curve: share of events within each share of area, at 0, 0.5, ..., 100 %. */
export function hitCurve(years: readonly YearOfModel[], which: Which): { area: number; hit: number }[] {
  const ranks = years
    .flatMap((year) => year.scores.filter((_, i) => which === 'all' || year.isNew[i]))
    .map(({ rank }) => rank)
    .sort((a, b) => a - b);
  let k = 0;
  return Array.from({ length: 201 }, (_, i) => {
    const area = i / 200;
    while (k < ranks.length && ranks[k]! <= area) k++;
    return { area, hit: k / ranks.length };
  });
}
