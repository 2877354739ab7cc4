import type { Grid } from '../../../geo/hex-grid.ts';
import type { RiskParameters } from '../parameters.ts';
import { advanceTo, liftsAt, mapOf, massesOf, type RollingSums, rollingSums } from '../stamps/rolling-sums.ts';
import { coldStart } from './cold-start.ts';
import { learnWeights } from './learn-weights.ts';

type PastForecast = { year: number; lifts: Float64Array; weights: Float64Array };
/** weights: pi_j by component of `sums`, floor last; events: how many they rest on, old ones forgotten by the chosen share a year. */
export type Fit = { weights: Float64Array; forgetting: number; events: number };

/**
 * The mixture as it learns by forecasting one year after another. `meet` keeps how it would have forecast a year's events
 * (cells; weights 0..1) before the year's clues are added to `sums`; the weights are those that would have forecast past years best.
 * How fast old years are forgotten is chosen by forecasts too, never by the year that is judged.
 */
export type YearlyMixture = {
  sums: RollingSums;
  meet(year: number, cells: readonly number[], weights?: readonly number[]): void;
  advanceTo(day: number): void;
  /** map: p(c), sums to 1. strength: n_c = sum_j pi_j S_j(c), the evidence in a cell. */
  forecast(): { map: Float64Array; strength: Float64Array };
  fit(): Fit;
};

/** fitFrom: the first year after which weights are learned; before it forecasts are only kept. */
export function yearlyMixture(
  grid: Grid,
  groups: readonly string[],
  firstDay: number,
  fitFrom: number,
  parameters: RiskParameters,
): YearlyMixture {
  const { scalesMetres, halfLivesDays, forgetting, forgettingMemory } = parameters;
  const sums = rollingSums(grid, scalesMetres, halfLivesDays, groups, firstDay);
  const past: PastForecast[] = [];
  const scores = forgetting.map(() => 0);
  let fits: Fit[] = [];
  const learn = () => {
    fits = forgetting.map((forget, k) => fitTo(sums, past, forget, parameters, fits[k]?.weights));
  };
  const chosen = () => {
    if (!fits.length) learn();
    return fits[scores.indexOf(Math.max(...scores))]!;
  };
  return {
    sums,
    meet(year, cells, weights = cells.map(() => 1)) {
      const lifts = liftsAt(sums, cells);
      for (const [k, fit] of fits.entries())
        scores[k] = forgettingMemory * scores[k]! + logScore(lifts, fit.weights, weights);
      past.push({ year, lifts, weights: Float64Array.from(weights) });
      if (year >= fitFrom) learn();
    },
    advanceTo: (day) => advanceTo(sums, day),
    forecast() {
      const { weights } = chosen();
      const masses = massesOf(sums);
      const floor = masses.reduce((sum, mass, j) => sum + (mass > 1e-9 ? 0 : weights[j]!), weights[masses.length]!);
      const strengths = masses.map((mass, j) => mass * weights[j]!);
      return { map: mapOf(sums, weights, floor), strength: mapOf(sums, strengths, 0) };
    },
    fit: chosen,
  };
}

function fitTo(
  sums: RollingSums,
  past: readonly PastForecast[],
  forget: number,
  parameters: RiskParameters,
  start: Float64Array | undefined,
): Fit {
  const last = past.at(-1)?.year ?? 0;
  const lifts = new Float64Array(past.reduce((sum, year) => sum + year.lifts.length, 0));
  const eventWeights = new Float64Array(past.reduce((sum, year) => sum + year.weights.length, 0));
  let [at, row] = [0, 0];
  for (const year of past) {
    lifts.set(year.lifts, at);
    eventWeights.set(
      year.weights.map((weight) => weight * forget ** (last - year.year)),
      row,
    );
    at += year.lifts.length;
    row += year.weights.length;
  }
  const prior = coldStart(sums, parameters);
  // Starting from last year's weights needs fewer rounds.
  const rounds = start ? 60 : 200;
  const weights = learnWeights(lifts, eventWeights, prior, parameters.priorEvents, rounds, start);
  return { weights, forgetting: forget, events: eventWeights.reduce((sum, one) => sum + one, 0) };
}

function logScore(lifts: Float64Array, weights: Float64Array, eventWeights: readonly number[]): number {
  const columns = weights.length - 1;
  let score = 0;
  for (const [row, eventWeight] of eventWeights.entries()) {
    let p = weights[columns]!;
    for (let j = 0; j < columns; j++) p += weights[j]! * lifts[row * columns + j]!;
    score += eventWeight * Math.log(p);
  }
  return score;
}
