import type { Grid } from '../../../geo/hex-grid.ts';
import {
  dispersionOf,
  type Judged,
  recalibrate,
  recalibrationSteps,
  topCounts,
} from '../../model/learning/calibration.ts';
import { rankCells } from '../../model/ranking.ts';
import type { DatedClue } from '../../model/stamps/rolling-sums.ts';
import { dayOf } from '../inputs/read-events.ts';
import { baselineForecasters } from '../models/baselines.ts';
import { type Forecaster, mixtureForecaster, parametersOf, type ReplayEvent } from '../models/forecaster.ts';
import { type Bin, districtCounts, pitValues, reliabilityBins } from './calibration.ts';
import { averagePrecision, type EventScore, scoreEvents } from './metrics.ts';

/** What one model made of one year. isNew runs beside scores: the event's coordinate was never in the training events. */
export type YearOfModel = {
  model: string;
  year: number;
  scores: EventScore[];
  isNew: boolean[];
  averagePrecision: number;
  averagePrecisionNew: number;
  settings: string;
};
export type YearOfCalibration = {
  year: number;
  before: Bin[];
  after: Bin[];
  districtPits: number[];
  topPits: number[];
};
export type Replayed = { years: YearOfModel[]; calibration: YearOfCalibration[] };

export type YearlyEvent = ReplayEvent & { year: number; train: boolean };

/** Forecasts each year from..to from the training events before it; nothing of a year is seen before it is scored. */
export function replay(
  grid: Grid,
  events: readonly YearlyEvent[],
  from: number,
  to: number,
  random: () => number,
  covariates: readonly DatedClue[] = [],
): Replayed {
  const first = events.reduce((min, { year }) => Math.min(min, year), from);
  const classes = [...new Set(events.map((event) => event.class ?? 'event'))].sort();
  const { calibrationYears, fitYears } = parametersOf(grid);
  const mixture = mixtureForecaster(grid, classes, dayOf(first), from - fitYears, covariates);
  const models: Forecaster[] = [mixture, ...baselineForecasters(grid, dayOf(first))];
  const seen = new Set<string>();
  const judged: Judged[] = [];
  const replayed: Replayed = { years: [], calibration: [] };
  let last = 0;
  for (let year = first; year <= to; year++) {
    const all = events.filter((event) => event.year === year);
    const train = all.filter((event) => event.train);
    if (year >= from - calibrationYears && year > first) {
      const { map, strength } = mixture.forecast();
      if (year >= from) {
        const maps = models.map((model) => (model === mixture ? map : model.forecast().map));
        for (const [m, model] of models.entries())
          replayed.years.push(scoreYear(grid, model, maps[m]!, year, all, seen));
        const now = { map, strength, total: last, cells: train.map(({ cell }) => cell) };
        replayed.calibration.push(
          calibrate(
            grid,
            year,
            now,
            all.map(({ cell }) => cell),
            judged,
            random,
          ),
        );
      }
      if (last) judged.push({ map, strength, total: last, cells: train.map((event) => event.cell) });
    }
    for (const model of models) model.meet(year, train);
    for (const model of models) model.learn(train, dayOf(year + 1));
    for (const { place } of train) seen.add(place);
    last = train.length;
  }
  return replayed;
}

function scoreYear(
  grid: Grid,
  model: Forecaster,
  map: Float64Array,
  year: number,
  events: readonly YearlyEvent[],
  seen: ReadonlySet<string>,
): YearOfModel {
  const ranking = rankCells(grid, map);
  const cells = events.map(({ cell }) => cell);
  const isNew = events.map(({ place }) => !seen.has(place));
  return {
    model: model.name,
    year,
    scores: scoreEvents(grid, map, ranking, cells),
    isNew,
    averagePrecision: averagePrecision(ranking, cells),
    averagePrecisionNew: averagePrecision(
      ranking,
      cells.filter((_, i) => isNew[i]),
    ),
    settings: model.settings(),
  };
}

// Counts are forecast from training events, so training events are counted; reliability is relative and takes all.
function calibrate(
  grid: Grid,
  year: number,
  now: Judged,
  cells: readonly number[],
  past: readonly Judged[],
  random: () => number,
): YearOfCalibration {
  const parameters = parametersOf(grid);
  const pits = (countsIn: typeof topCounts) => {
    const counted = past.flatMap((one) => countsIn(grid, one, parameters.priorShape));
    return pitValues(countsIn(grid, now, parameters.priorShape), dispersionOf(counted, parameters), random);
  };
  return {
    year,
    before: reliabilityBins(grid, now.map, cells),
    after: reliabilityBins(grid, recalibrate(grid, now.map, recalibrationSteps(grid, past, parameters)), cells),
    districtPits: pits(districtCounts),
    topPits: pits(topCounts),
  };
}
