import { type Grid, nearestCell } from '../../../geo/hex-grid.ts';
import { checkClue } from '../check-input.ts';
import type { RiskClue } from '../clue.ts';
import { groupKey } from '../evidence.ts';
import type { ClueKind, Precision, RiskParameters } from '../parameters.ts';
import { piecesOf } from '../stamps/pieces.ts';
import {
  addDated,
  advanceTo,
  type DatedClue,
  liftsAt,
  massesOf,
  type RollingSums,
  rollingSums,
} from '../stamps/rolling-sums.ts';
import { learnWeights } from './learn-weights.ts';

const YEAR_DAYS = 365.25;

/** What learning gives back, to be put into the parameters of the next surface. */
export type Learned = Pick<RiskParameters, 'learnedWeights' | 'learnedEvents'>;

/**
 * Learns the mixture's weights by forecasting each past year from the clues before it, human and animal strikes being the
 * events; the cold-start shares are the prior. Years are counted back from asOfDay. Throws RiskInputError.
 */
export function learnFromClues(
  grid: Grid,
  clues: readonly RiskClue[],
  asOfDay: number,
  parameters: RiskParameters,
): Learned {
  for (const clue of clues) checkClue(clue, asOfDay);
  const groups = [...new Set(clues.map(groupKey))].sort();
  const first = clues.reduce((day, { startDay }) => Math.min(day, startDay), asOfDay);
  const years = Math.ceil((asOfDay - first) / YEAR_DAYS);
  if (!groups.length || years < 2) return { learnedWeights: {}, learnedEvents: 0 };
  const startOf = (year: number) => asOfDay - (years - year) * YEAR_DAYS;
  const byYear = Map.groupBy(clues, ({ endDay }) =>
    Math.min(years - 1, Math.max(0, Math.floor((endDay - startOf(0)) / YEAR_DAYS))),
  );
  const rolling = rollingSums(grid, parameters.scalesMetres, parameters.halfLivesDays, groups, startOf(0));
  const parts: Float64Array[] = [];
  const weights: number[] = [];
  for (let year = 0; year < years; year++) {
    const now = byYear.get(year) ?? [];
    const events = year === 0 ? [] : now.flatMap((clue) => strikeCell(grid, clue));
    parts.push(
      liftsAt(
        rolling,
        events.map(({ cell }) => cell),
      ),
    );
    weights.push(...events.map(({ weight }) => weight));
    advanceTo(rolling, startOf(year + 1));
    for (const clue of now) addDated(rolling, datedClue(grid, clue));
  }
  const lifts = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    lifts.set(part, at);
    at += part.length;
  }
  const learned = learnWeights(
    lifts,
    Float64Array.from(weights),
    coldStart(rolling, parameters),
    parameters.priorEvents,
  );
  const named = rolling.keys.map((key, j) => [key, learned[j]!] as const).filter(([, weight]) => weight > 0);
  const learnedEvents = weights.reduce((sum, weight) => sum + weight, 0);
  return { learnedWeights: { ...Object.fromEntries(named), floor: learned[rolling.keys.length]! }, learnedEvents };
}

function strikeCell(grid: Grid, { kind, geometry, reliability }: RiskClue): { cell: number; weight: number }[] {
  if ((kind !== 'human' && kind !== 'animal') || geometry.type !== 'point') return [];
  const [x, y] = grid.plane.toPlane([geometry.lng, geometry.lat]);
  const cell = nearestCell(grid, x, y, Math.sqrt(grid.meanArea));
  return cell < 0 ? [] : [{ cell, weight: reliability }];
}

function datedClue(grid: Grid, clue: RiskClue): DatedClue {
  return {
    pieces: (scale) => piecesOf(clue.geometry, grid.plane, scale),
    startDay: clue.startDay,
    endDay: clue.endDay,
    group: groupKey(clue),
    weight: clue.reliability,
  };
}

// The cold-start shares of mixture.ts: scale times half-life times class weight times the class's mass.
function coldStart(rolling: RollingSums, parameters: RiskParameters): Float64Array {
  const masses = massesOf(rolling);
  const prior = new Float64Array(masses.length + 1);
  const [halfLives, groups] = [rolling.halfLivesDays.length, rolling.groups.length];
  for (const j of masses.keys()) {
    const [kind, precision] = rolling.groups[Math.floor(j / halfLives) % groups]!.split('.') as [ClueKind, Precision];
    const share =
      parameters.scaleWeights[Math.floor(j / halfLives / groups)]! * parameters.halfLifeWeights[j % halfLives]!;
    prior[j] = share * parameters.kindWeights[kind] * parameters.precisionWeights[precision] * masses[j]!;
  }
  const sum = prior.reduce((total, one) => total + one, 0);
  for (const j of masses.keys()) prior[j] = (prior[j]! / sum) * (1 - parameters.floorWeight);
  prior[masses.length] = parameters.floorWeight;
  return prior;
}
