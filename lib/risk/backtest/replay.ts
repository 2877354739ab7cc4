import type { Grid } from '../../geo/hex-grid.ts';
import type { DatedClue } from '../model/stamps/rolling-sums.ts';
import { baselineForecasters } from './baselines.ts';
import { type Bin, countForecasts, type Judged, pitValues, recalibrate, reliabilityBins } from './calibration.ts';
import { type Forecaster, mixtureForecaster, type ReplayEvent } from './forecaster.ts';
import { averagePrecision, type EventScore, rankCells, scoreEvents } from './metrics.ts';
import { dayOf } from './read-events.ts';

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

// Years of forecasts before the first judged one that calibration may learn from.
const CALIBRATION_YEARS = 6;
const PRIOR_SHAPE = 0.5;

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
  const mixture = mixtureForecaster(grid, classes, dayOf(first), covariates);
  const models: Forecaster[] = [mixture, ...baselineForecasters(grid, dayOf(first))];
  const seen = new Set<string>();
  const judged: Judged[] = [];
  const replayed: Replayed = { years: [], calibration: [] };
  let last = 0;
  for (let year = first; year <= to; year++) {
    const all = events.filter((event) => event.year === year);
    const train = all.filter((event) => event.train);
    if (year >= from - CALIBRATION_YEARS && year > first) {
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
  const counts = countForecasts(grid, now, PRIOR_SHAPE);
  const pasts = past.map((one) => countForecasts(grid, one, PRIOR_SHAPE));
  return {
    year,
    before: reliabilityBins(grid, now.map, cells),
    after: reliabilityBins(grid, recalibrate(grid, now.map, past), cells),
    districtPits: pitValues(
      counts.districts,
      pasts.flatMap((one) => one.districts),
      random,
    ),
    topPits: pitValues(
      counts.top,
      pasts.flatMap((one) => one.top),
      random,
    ),
  };
}
