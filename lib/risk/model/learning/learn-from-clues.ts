import { type Grid, nearestCell } from '../../../geo/hex-grid.ts';
import { checkClue } from '../check-input.ts';
import type { RiskClue } from '../clue.ts';
import { groupKey } from '../evidence.ts';
import type { RiskParameters } from '../parameters.ts';
import { piecesOf } from '../stamps/pieces.ts';
import { addDated, type DatedClue } from '../stamps/rolling-sums.ts';
import { dispersionOf, type Judged, recalibrationSteps, topCounts } from './calibration.ts';
import { yearlyMixture } from './yearly-mixture.ts';

const YEAR_DAYS = 365.25;

/** What learning gives back, to be put into the parameters of the next surface. */
export type Learned = Pick<RiskParameters, 'learnedWeights' | 'learnedEvents' | 'recalibration' | 'dispersion'>;

/**
 * Learns the mixture's weights, its recalibration and its dispersion by forecasting each past year from the clues before it, as
 * the backtest does; human and animal strikes are the events, the cold-start shares the prior. Years are counted back from
 * asOfDay. Throws RiskInputError.
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
  const unlearned = { recalibration: { start: [], value: [] }, dispersion: parameters.dispersion };
  if (!groups.length || years < 2) return { learnedWeights: {}, learnedEvents: 0, ...unlearned };
  const startOf = (year: number) => asOfDay - (years - year) * YEAR_DAYS;
  const byYear = Map.groupBy(clues, ({ endDay }) =>
    Math.min(years - 1, Math.max(0, Math.floor((endDay - startOf(0)) / YEAR_DAYS))),
  );
  const mixture = yearlyMixture(grid, groups, startOf(0), years - parameters.fitYears, parameters);
  const judged: Judged[] = [];
  let last = 0;
  for (let year = 0; year < years; year++) {
    const now = byYear.get(year) ?? [];
    const strikes = year === 0 ? [] : now.flatMap((clue) => strikeCell(grid, clue));
    const cells = strikes.map(({ cell }) => cell);
    if (last && year >= years - parameters.calibrationYears) judged.push({ ...mixture.forecast(), total: last, cells });
    const weights = strikes.map(({ weight }) => weight);
    mixture.meet(year, cells, weights);
    mixture.advanceTo(startOf(year + 1));
    for (const clue of now) addDated(mixture.sums, datedClue(grid, clue));
    last = cells.length;
  }
  const { weights, events } = mixture.fit();
  const named = mixture.sums.keys.map((key, j) => [key, weights[j]!] as const).filter(([, weight]) => weight > 0);
  const { start, value } = recalibrationSteps(grid, judged, parameters);
  const past = judged.flatMap((one) => topCounts(grid, one, parameters.priorShape));
  return {
    learnedWeights: { ...Object.fromEntries(named), floor: weights[weights.length - 1]! },
    learnedEvents: events,
    recalibration: { start: [...start], value: [...value] },
    dispersion: dispersionOf(past, parameters),
  };
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
