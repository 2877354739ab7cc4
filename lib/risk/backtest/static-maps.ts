import type { Grid } from '../../geo/hex-grid.ts';
import { decluster } from '../model/learning/decluster.ts';
import { learnWeights } from '../model/learning/learn-weights.ts';
import {
  addDated,
  type DatedClue,
  liftsAt,
  mapOf,
  type RollingSums,
  rollingSums,
} from '../model/stamps/rolling-sums.ts';
import { BANDWIDTHS_METRES, BASELINE_NAMES, bestFit, candidatesOf } from './baselines.ts';
import { priorOf, type ReplayEvent, scalesFor } from './forecaster.ts';
import { neighbourLines } from './neighbour-lines.ts';

/**
 * What a map is for: the next incidents, as they are reported; or hazardous ground, for which a place told of often is one
 * place, so that places are declustered.
 */
export type Aim = 'incidents' | 'ground';

/** A model's map of where incidents lie, learned without looking at years: places are forecast by other places. */
export type StaticMap = { model: string; map: Float64Array; settings: string };

const HALF_LIVES_DAYS = [0, 3_652];
const BASELINE_HALF_LIVES_DAYS = [0, 365, 1_100, 2_920, 5_000];
const PRIOR_EVENTS = 30;
export const INNER_FOLDS = 10;
const LINES = 'lines between places';

type Place = { x: number; y: number; cell: number; fold: number; clues: DatedClue[] };
/** Which of INNER_FOLDS parts a place is held out with. */
export type FoldOf = (at: { x: number; y: number }) => number;
type Build = (places: readonly Place[]) => RollingSums;

/**
 * The mixture and the three baselines from events as they stand on one day. Undated events leave no half-life but infinity.
 * Weights, bandwidths and half-lives are those under which each tenth of places is likeliest given the other nine; foldOf deals the tenths.
 */
export function staticMaps(
  grid: Grid,
  events: readonly ReplayEvent[],
  day: number,
  dated: boolean,
  foldOf: FoldOf,
  aim: Aim,
  covariates: readonly DatedClue[] = [],
): StaticMap[] {
  return [
    mixtureMap(grid, events, day, dated, foldOf, aim, covariates),
    ...baselineMaps(grid, events, day, dated, foldOf),
  ];
}

function mixtureMap(
  grid: Grid,
  events: readonly ReplayEvent[],
  day: number,
  dated: boolean,
  foldOf: FoldOf,
  aim: Aim,
  covariates: readonly DatedClue[],
): StaticMap {
  const places = placesOf(events, foldOf, (event, shared) => `${event.class ?? 'event'} ${shared ? 'shared' : 'own'}`);
  const weightOf = aim === 'ground' ? decluster(grid, places) : new Float64Array(places.length).fill(1);
  for (const [i, { clues }] of places.entries()) for (const clue of clues) clue.weight = weightOf[i]!;
  const groups = new Set([...places.flatMap(({ clues }) => clues), ...covariates].map(({ group }) => group));
  // Without the cell itself: a hazard reaches beyond the cell of the incident that told of it.
  const scales = scalesFor(grid).filter((scale) => scale > 0);
  const build: Build = (known) => {
    const all = [...groups, LINES].sort();
    const rolling = rollingSums(grid, scales, dated ? HALF_LIVES_DAYS : [0], all, day);
    for (const covariate of covariates) addDated(rolling, covariate);
    for (const { clues } of known) for (const clue of clues) addDated(rolling, clue);
    for (const pieces of neighbourLines(known, Math.sqrt(grid.meanArea) / 2))
      if (pieces.length)
        addDated(rolling, { pieces: () => pieces, startDay: day, endDay: day, group: LINES, weight: 1 });
    return rolling;
  };
  const rolling = build(places);
  const { lifts, order } = liftsByFold(build, places);
  const rowWeights = Float64Array.from(order, (i) => weightOf[i]!);
  const weights = learnWeights(lifts, rowWeights, priorOf(rolling), PRIOR_EVENTS, 300);
  const named = [...weights].map((w, j) => [rolling.keys[j] ?? 'floor', w] as const).sort((a, b) => b[1] - a[1]);
  const settings = named
    .slice(0, 8)
    .map(([key, w]) => `${key} ${w.toFixed(2)}`)
    .join(', ');
  return { model: 'mixture', map: mapOf(rolling, weights, weights[weights.length - 1]!), settings };
}

function baselineMaps(
  grid: Grid,
  events: readonly ReplayEvent[],
  day: number,
  dated: boolean,
  foldOf: FoldOf,
): StaticMap[] {
  const halfLives = dated ? BASELINE_HALF_LIVES_DAYS : [0];
  const places = placesOf(events, foldOf, () => 'all');
  const build: Build = (known) => {
    const rolling = rollingSums(grid, [0, ...BANDWIDTHS_METRES], halfLives, ['all'], day);
    for (const { clues } of known) for (const clue of clues) addDated(rolling, clue);
    return rolling;
  };
  const rolling = build(places);
  const { lifts } = liftsByFold(build, places);
  return BASELINE_NAMES.map((model) => {
    const { component, even } = bestFit([lifts], rolling.sums.length, candidatesOf(rolling, model), 1);
    const weights = new Float64Array(rolling.sums.length);
    weights[component] = 1 - even;
    return {
      model,
      map: mapOf(rolling, weights, even),
      settings: `${rolling.keys[component]}, evenly ${even.toFixed(2)}`,
    };
  });
}

/** Lifts of every place from the places of the other folds; order: the place of each row. */
function liftsByFold(build: Build, places: readonly Place[]): { lifts: Float64Array; order: number[] } {
  const columns: Float64Array[] = [];
  const order: number[] = [];
  for (let fold = 0; fold < INNER_FOLDS; fold++) {
    const held = [...places.keys()].filter((i) => places[i]!.fold === fold);
    const rolling = build(places.filter((place) => place.fold !== fold));
    columns.push(
      liftsAt(
        rolling,
        held.map((i) => places[i]!.cell),
      ),
    );
    order.push(...held);
  }
  const lifts = new Float64Array(columns.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of columns) {
    lifts.set(part, at);
    at += part.length;
  }
  return { lifts, order };
}

function placesOf(
  events: readonly ReplayEvent[],
  foldOf: FoldOf,
  groupOf: (event: ReplayEvent, shared: boolean) => string,
): Place[] {
  const byPlace = Map.groupBy(events, ({ place }) => place);
  return [...byPlace.values()].map((here) => ({
    x: here[0]!.x,
    y: here[0]!.y,
    cell: here[0]!.cell,
    fold: foldOf(here[0]!),
    clues: here.map((event) => {
      const { x, y, radius, startDay, endDay } = event;
      const pieces = () => [{ x, y, radius, weight: 1 }];
      return { pieces, startDay, endDay, group: groupOf(event, here.length > 1), weight: 1 };
    }),
  }));
}
