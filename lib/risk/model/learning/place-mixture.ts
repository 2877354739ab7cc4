import type { Grid } from '../../../geo/hex-grid.ts';
import type { RiskParameters } from '../parameters.ts';
import { addDated, type DatedClue, liftsAt, mapOf, type RollingSums, rollingSums } from '../stamps/rolling-sums.ts';
import { drawnAlongNeighbours } from './along-neighbours.ts';
import { coldStart } from './cold-start.ts';
import { decluster } from './decluster.ts';
import { learnWeights } from './learn-weights.ts';

/**
 * What a map is for: the next incidents, as they are reported; or hazardous ground, for which a place told of often says less with
 * each time (decluster.ts) and a kernel is drawn out along its neighbours (along-neighbours.ts).
 */
export type Aim = 'incidents' | 'ground';

/** Clues at one coordinate, and the part of places that they are held out with: 0..PLACE_FOLDS - 1. */
export type Place = { x: number; y: number; cell: number; fold: number; clues: DatedClue[] };
export const PLACE_FOLDS = 10;

const ROUNDS = 300;

/**
 * The mixture as it stands on one day, learned without looking at years: weights are those under which each tenth of places is
 * likeliest given the other nine. map sums to 1; weights: by component, the heaviest first.
 */
export function placeMixture(
  grid: Grid,
  places: readonly Place[],
  day: number,
  aim: Aim,
  parameters: RiskParameters,
  covariates: readonly DatedClue[] = [],
): { map: Float64Array; weights: [string, number][] } {
  const weightOf = aim === 'ground' ? decluster(grid, places) : new Float64Array(places.length).fill(1);
  const weighed = places.map((place, i) => ({
    ...place,
    clues: place.clues.map((clue) => ({ ...clue, weight: clue.weight * weightOf[i]! })),
  }));
  const groups = [...new Set([...places.flatMap(({ clues }) => clues), ...covariates].map(({ group }) => group))];
  const build = (known: readonly Place[]) => {
    const sums = rollingSums(grid, parameters.scalesMetres, parameters.halfLivesDays, groups.sort(), day);
    const clues = aim === 'ground' ? drawnAlongNeighbours(known) : known.flatMap((place) => place.clues);
    for (const clue of [...covariates, ...clues]) addDated(sums, clue);
    return sums;
  };
  const sums = build(weighed);
  const { lifts, order } = liftsByFold(build, weighed);
  const rowWeights = Float64Array.from(order, (i) => weightOf[i]!);
  const weights = learnWeights(lifts, rowWeights, coldStart(sums, parameters), parameters.priorEvents, ROUNDS);
  const named = [...weights].map((weight, j): [string, number] => [sums.keys[j] ?? 'floor', weight]);
  return { map: mapOf(sums, weights, weights[weights.length - 1]!), weights: named.sort((a, b) => b[1] - a[1]) };
}

/** Lifts of every place from the places of the other folds; order: the place of each row. */
export function liftsByFold(
  build: (places: readonly Place[]) => RollingSums,
  places: readonly Place[],
): { lifts: Float64Array; order: number[] } {
  const parts: Float64Array[] = [];
  const order: number[] = [];
  for (let fold = 0; fold < PLACE_FOLDS; fold++) {
    const held = [...places.keys()].filter((i) => places[i]!.fold === fold);
    const sums = build(places.filter((place) => place.fold !== fold));
    parts.push(
      liftsAt(
        sums,
        held.map((i) => places[i]!.cell),
      ),
    );
    order.push(...held);
  }
  const lifts = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    lifts.set(part, at);
    at += part.length;
  }
  return { lifts, order };
}
