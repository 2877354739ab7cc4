import type { Grid } from '../../../geo/hex-grid.ts';
import { type Aim, liftsByFold, type Place, placeMixture } from '../../model/learning/place-mixture.ts';
import { placeParameters } from '../../model/parameters.ts';
import { addDated, type DatedClue, mapOf, rollingSums } from '../../model/stamps/rolling-sums.ts';
import { BANDWIDTHS_METRES, BASELINE_NAMES, bestFit, candidatesOf } from './baselines.ts';
import { cellWidth, type ReplayEvent } from './forecaster.ts';

/** A model's map of where incidents lie, learned without looking at years: places are forecast by other places. */
export type StaticMap = { model: string; map: Float64Array; settings: string };

const BASELINE_HALF_LIVES_DAYS = [0, 365, 1_100, 2_920, 5_000];

/** Which of PLACE_FOLDS parts a place is held out with. */
export type FoldOf = (at: { x: number; y: number }) => number;

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
  const parts = new Map(
    [...Map.groupBy(events, ({ place }) => place)].map(([place, [first]]) => [place, foldOf(first!)]),
  );
  const dealt = ({ place }: ReplayEvent) => parts.get(place)!;
  const parameters = placeParameters(cellWidth(grid), dated);
  const readings = SHARED_COORDINATE_READINGS.slice(0, aim === 'ground' ? 2 : 1).map((groupOf) =>
    placeMixture(grid, placesOf(events, dealt, groupOf), day, aim, parameters, covariates),
  );
  const named = readings.flatMap(({ weights }) => weights.slice(0, 6).map(([key, w]) => `${key} ${w.toFixed(2)}`));
  const mixture = { model: 'mixture', map: geometricMean(readings.map(({ map }) => map)), settings: named.join(', ') };
  return [mixture, ...baselineMaps(grid, events, day, dated, dealt)];
}

type GroupOf = (event: ReplayEvent, shared: boolean) => string;

// A coordinate that several events share may be a settlement's or an office's, or where they happened: files do not say. As a class of its
// own it is learned how far it can be trusted, but only from other places, which says little of its own surroundings: both are averaged
// where surroundings are what is asked.
const SHARED_COORDINATE_READINGS: GroupOf[] = [
  (event, shared) => `${event.class ?? 'event'} ${shared ? 'shared' : 'own'}`,
  (event) => event.class ?? 'event',
];

function geometricMean(maps: readonly Float64Array[]): Float64Array {
  const mean = maps[0]!.map((_, cell) =>
    Math.exp(maps.reduce((sum, map) => sum + Math.log(map[cell]!), 0) / maps.length),
  );
  const whole = mean.reduce((sum, p) => sum + p, 0);
  return mean.map((p) => p / whole);
}

function baselineMaps(
  grid: Grid,
  events: readonly ReplayEvent[],
  day: number,
  dated: boolean,
  foldOf: (event: ReplayEvent) => number,
): StaticMap[] {
  const halfLives = dated ? BASELINE_HALF_LIVES_DAYS : [0];
  const places = placesOf(events, foldOf, () => 'all');
  const build = (known: readonly Place[]) => {
    const sums = rollingSums(grid, [0, ...BANDWIDTHS_METRES], halfLives, ['all'], day);
    for (const { clues } of known) for (const clue of clues) addDated(sums, clue);
    return sums;
  };
  const sums = build(places);
  const { lifts } = liftsByFold(build, places);
  return BASELINE_NAMES.map((model) => {
    const { component, even } = bestFit([lifts], sums.sums.length, candidatesOf(sums, model), 1);
    const weights = new Float64Array(sums.sums.length);
    weights[component] = 1 - even;
    return {
      model,
      map: mapOf(sums, weights, even),
      settings: `${sums.keys[component]}, evenly ${even.toFixed(2)}`,
    };
  });
}

function placesOf(events: readonly ReplayEvent[], foldOf: (event: ReplayEvent) => number, groupOf: GroupOf): Place[] {
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
