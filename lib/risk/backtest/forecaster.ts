import type { Grid } from '../../geo/hex-grid.ts';
import { learnWeights } from '../model/learning/learn-weights.ts';
import {
  addDated,
  advanceTo,
  type DatedClue,
  liftsAt,
  mapOf,
  massesOf,
  type RollingSums,
  rollingSums,
} from '../model/stamps/rolling-sums.ts';

/** An event of the replay. group: class of its own when given, else decided by whether its coordinate is shared. */
export type ReplayEvent = {
  x: number;
  y: number;
  cell: number;
  place: string;
  radius: number;
  startDay: number;
  endDay: number;
  class: string | null;
};

/** Lifts of one past forecast: one row per event of that year. */
type PastForecast = { year: number; rows: number; lifts: Float64Array };

/**
 * A forecaster sees years in turn: `meet` keeps how it would have forecast a year's events, `learn` then adds them,
 * `forecast` gives next year's map from what was met so far.
 */
export type Forecaster = {
  name: string;
  meet(year: number, events: readonly ReplayEvent[]): void;
  learn(events: readonly ReplayEvent[], day: number): void;
  /** map sums to 1; strength: n_c = sum_j pi_j S_j(c), the evidence in a cell. */
  forecast(): { map: Float64Array; strength: Float64Array };
  settings(): string;
};

/** Scales double from 2/5 of a cell's width up to 140 km; 0 is the cell itself. */
export function scalesFor(grid: Grid): number[] {
  const scales = [0];
  const width = Math.sqrt(1.1547 * grid.meanArea);
  for (let h = 0.4 * width; h < 140_000; h *= 2) scales.push(Math.round(h));
  return scales;
}

const HALF_LIVES_DAYS = [0, 180, 365, 730, 1_460, 2_920];
const PRIOR_EVENTS = 30;
const PRIOR_FLOOR = 0.05;
// Candidates for how much a forecast year counts for less than the one after it.
export const FORGETTING = [1, 0.85, 0.7, 0.55];
const SHARED = 'shared place';
const OWN = 'own place';

/**
 * The mixture, its weights learned by EM on past forecasts. How fast old forecasts are forgotten is chosen by the
 * forecasts up to the year before, never by the year that is scored.
 */
export function mixtureForecaster(
  grid: Grid,
  classes: readonly string[],
  firstDay: number,
  covariates: readonly DatedClue[] = [],
  halfLivesDays: readonly number[] = HALF_LIVES_DAYS,
): Forecaster {
  const extra = [...new Set(covariates.map(({ group }) => group))];
  const groups = [...classes.flatMap((name) => [`${name} ${SHARED}`, `${name} ${OWN}`]), ...extra];
  const rolling = rollingSums(grid, scalesFor(grid), halfLivesDays, groups, firstDay);
  for (const covariate of covariates) addDated(rolling, covariate);
  const places = new Map<string, DatedClue[]>();
  const past: PastForecast[] = [];
  const scores = FORGETTING.map(() => 0);
  let candidates: Float64Array[] = [];
  let chosen = 0;
  return {
    name: 'mixture',
    meet(year, events) {
      const lifts = liftsAt(
        rolling,
        events.map(({ cell }) => cell),
      );
      for (const [k, weights] of candidates.entries()) scores[k] = 0.8 * scores[k]! + logScore(lifts, weights);
      past.push({ year, rows: events.length, lifts });
      candidates = FORGETTING.map((forget, k) => weightsOf(rolling, past, forget, candidates[k]));
    },
    learn(events, day) {
      advanceTo(rolling, day);
      for (const event of events) addEvent(rolling, places, event);
    },
    forecast() {
      if (!candidates.length) candidates = FORGETTING.map((forget) => weightsOf(rolling, past, forget, undefined));
      chosen = scores.indexOf(Math.max(...scores));
      const weights = candidates[chosen]!;
      const strength = mapOf(
        rolling,
        massesOf(rolling).map((mass, j) => mass * weights[j]!),
        0,
      );
      return { map: mapOf(rolling, weights, emptyToFloor(rolling, weights)), strength };
    },
    settings() {
      const weights = candidates[chosen] ?? new Float64Array(1);
      const named = [...weights].map((w, j) => [rolling.keys[j] ?? 'floor', w] as const).sort((a, b) => b[1] - a[1]);
      const top = named.slice(0, 6).map(([key, w]) => `${key} ${w.toFixed(2)}`);
      return `forgetting ${FORGETTING[chosen]}; ${top.join(', ')}`;
    },
  };
}

// Several events at one exact coordinate: the coordinate is a settlement's or an office's, so they are a class of their own.
function addEvent(rolling: RollingSums, places: Map<string, DatedClue[]>, event: ReplayEvent): void {
  const { x, y, radius, startDay, endDay } = event;
  const label = event.class ?? 'event';
  const pieces = () => [{ x, y, radius, weight: 1 }];
  const clue: DatedClue = { pieces, startDay, endDay, group: `${label} ${OWN}`, weight: 1 };
  const key = `${label} ${event.place}`;
  const before = places.get(key) ?? [];
  places.set(key, [...before, clue]);
  if (before.length) clue.group = `${label} ${SHARED}`;
  if (before.length === 1) {
    addDated(rolling, before[0]!, -1);
    before[0]!.group = clue.group;
    addDated(rolling, before[0]!);
  }
  addDated(rolling, clue);
}

function weightsOf(
  rolling: RollingSums,
  past: PastForecast[],
  forget: number,
  start: Float64Array | undefined,
): Float64Array {
  const columns = rolling.sums.length;
  const rows = past.reduce((sum, year) => sum + year.rows, 0);
  const lifts = new Float64Array(rows * columns);
  const eventWeights = new Float64Array(rows);
  const last = past.at(-1)?.year ?? 0;
  let row = 0;
  for (const year of past) {
    lifts.set(year.lifts, row * columns);
    eventWeights.fill(forget ** (last - year.year), row, row + year.rows);
    row += year.rows;
  }
  return learnWeights(lifts, eventWeights, priorOf(rolling), PRIOR_EVENTS, start ? 60 : 200, start);
}

export function priorOf(rolling: RollingSums): Float64Array {
  const full = massesOf(rolling).map((mass) => (mass > 1e-9 ? 1 : 0));
  const count = full.reduce((sum, one) => sum + one, 0);
  const prior = new Float64Array(full.length + 1);
  for (const [j, one] of full.entries()) prior[j] = count ? (one * (1 - PRIOR_FLOOR)) / count : 0;
  prior[full.length] = count ? PRIOR_FLOOR : 1;
  return prior;
}

function emptyToFloor(rolling: RollingSums, weights: Float64Array): number {
  let floor = weights[weights.length - 1]!;
  for (const [j, mass] of massesOf(rolling).entries()) if (!(mass > 1e-9)) floor += weights[j]!;
  return floor;
}

export function logScore(lifts: Float64Array, weights: Float64Array): number {
  const columns = weights.length - 1;
  let score = 0;
  for (let at = 0; at < lifts.length; at += columns) {
    let p = weights[columns]!;
    for (let j = 0; j < columns; j++) p += weights[j]! * lifts[at + j]!;
    score += Math.log(p);
  }
  return score;
}
