import type { Grid } from '../../../geo/hex-grid.ts';
import { yearlyMixture } from '../../model/learning/yearly-mixture.ts';
import { type RiskParameters, wideParameters } from '../../model/parameters.ts';
import { addDated, type DatedClue, type RollingSums } from '../../model/stamps/rolling-sums.ts';

/** An event of the replay. class: when given, else decided by whether its coordinate is shared. */
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

const SHARED = 'shared place';
const OWN = 'own place';

/** From flat side to flat side of a regular hexagon of the mean area, in metres. */
export const cellWidth = (grid: Grid) => Math.sqrt((2 / Math.sqrt(3)) * grid.meanArea);
/** The table of the model for this grid. */
export const parametersOf = (grid: Grid): RiskParameters => wideParameters(cellWidth(grid));

/** The model itself, fed with events in place of clues. fitFrom: the first year after which weights are learned. */
export function mixtureForecaster(
  grid: Grid,
  classes: readonly string[],
  firstDay: number,
  fitFrom: number,
  covariates: readonly DatedClue[] = [],
): Forecaster {
  const extra = [...new Set(covariates.map(({ group }) => group))];
  const groups = [...classes.flatMap((name) => [`${name} ${SHARED}`, `${name} ${OWN}`]), ...extra];
  const mixture = yearlyMixture(grid, groups, firstDay, fitFrom, parametersOf(grid));
  for (const covariate of covariates) addDated(mixture.sums, covariate);
  const places = new Map<string, DatedClue[]>();
  return {
    name: 'mixture',
    meet(year, events) {
      mixture.meet(
        year,
        events.map(({ cell }) => cell),
      );
    },
    learn(events, day) {
      mixture.advanceTo(day);
      for (const event of events) addEvent(mixture.sums, places, event);
    },
    forecast: mixture.forecast,
    settings() {
      const { weights, forgetting } = mixture.fit();
      const named = [...weights].map((w, j) => [mixture.sums.keys[j] ?? 'floor', w] as const);
      const top = named.sort((a, b) => b[1] - a[1]).slice(0, 6);
      return `forgetting ${forgetting}; ${top.map(([key, w]) => `${key} ${w.toFixed(2)}`).join(', ')}`;
    },
  };
}

// Several events at one exact coordinate: the coordinate is a settlement's or an office's, so they are a class of their own.
// A clue says how precise it is; a file of events often does not, and this stands for it.
function addEvent(sums: RollingSums, places: Map<string, DatedClue[]>, event: ReplayEvent): void {
  const { x, y, radius, startDay, endDay } = event;
  const label = event.class ?? 'event';
  const pieces = () => [{ x, y, radius, weight: 1 }];
  const clue: DatedClue = { pieces, startDay, endDay, group: `${label} ${OWN}`, weight: 1 };
  const key = `${label} ${event.place}`;
  const before = places.get(key) ?? [];
  places.set(key, [...before, clue]);
  if (before.length) clue.group = `${label} ${SHARED}`;
  if (before.length === 1) {
    addDated(sums, before[0]!, -1);
    before[0]!.group = clue.group;
    addDated(sums, before[0]!);
  }
  addDated(sums, clue);
}
