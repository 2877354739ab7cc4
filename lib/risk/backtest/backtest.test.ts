import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Grid, nearestCell, plainHexGrid } from '../../geo/hex-grid.ts';
import { seededRandom } from '../../seeded-random.ts';
import { PLACE_FOLDS } from '../model/learning/place-mixture.ts';
import { rankCells } from '../model/ranking.ts';
import type { DatedClue } from '../model/stamps/rolling-sums.ts';
import { generatedCase } from './generated/generated-case.ts';
import { TELLINGS } from './generated/generated-minefields.ts';
import { GROUND_KINDS } from './generated/hazards.ts';
import { dayOf } from './inputs/read-events.ts';
import { calibrationError } from './judged/calibration.ts';
import { hazardFound } from './judged/ground-truth.ts';
import { averagePrecision, hitShare, scoreEvents } from './judged/metrics.ts';
import { replay, type YearlyEvent } from './judged/replay.ts';
import { staticMaps } from './models/static-maps.ts';

const square = (west: number, south: number, east: number, north: number) =>
  [[[[west, south], [east, south], [east, north], [west, north], [west, south]]]] as [number, number][][][]; // biome-ignore format: one ring
const five = { size: 5, area: new Float64Array(5).fill(1), totalArea: 5 } as Grid;

describe('metrics, worked by hand on five cells', () => {
  const map = Float64Array.of(0.1, 0.4, 0.1, 0.3, 0.1);
  const ranking = rankCells(five, map);

  it('rank by danger, ties sharing their place', () => {
    assert.equal(hitShare(ranking, 1, 0.2), 1);
    assert.equal(hitShare(ranking, 3, 0.2), 0);
    assert.ok(Math.abs(hitShare(ranking, 3, 0.3) - 0.5) < 1e-12);
    // Three tied cells fill 40 to 100 % of area.
    assert.ok(Math.abs(hitShare(ranking, 0, 0.7) - 0.5) < 1e-12);
  });

  it('score gain over uniform and rank', () => {
    const [top, tied] = scoreEvents(five, map, ranking, [1, 2]);
    assert.ok(Math.abs(top!.gain - Math.log(2)) < 1e-12 && Math.abs(top!.rank - 0.1) < 1e-12);
    assert.ok(Math.abs(tied!.gain - Math.log(0.5)) < 1e-12 && Math.abs(tied!.rank - 0.7) < 1e-12);
  });

  it('average precision over cells with events', () => {
    // Found at ranks 1 and 3: (1/1 + 2/3) / 2.
    assert.ok(Math.abs(averagePrecision(ranking, [1, 1, 0]) - (1 + 2 / 3) / 2) < 1e-12);
  });

  it('calibration error is the share of events in the wrong bin', () => {
    assert.equal(calibrationError([{ expected: 6, observed: 4 }, { expected: 4, observed: 6 }]), 0.4); // biome-ignore format: short
  });
});

describe('the replay of years', () => {
  const grid = plainHexGrid(square(46, 39.4, 47, 40.2), 9e6);
  const random = seededRandom(1);
  const events = Array.from({ length: 260 }, (_, i): YearlyEvent => {
    const year = 2000 + Math.floor(i / 20);
    const near = random() < 0.7;
    const [x, y] = grid.plane.toPlane([46.1 + (near ? 0.2 : 0.8) * random(), 39.5 + (near ? 0.15 : 0.6) * random()]);
    const day = dayOf(year) + 365 * random();
    return {
      x,
      y,
      cell: nearestCell(grid, x, y, 9_000),
      place: `${x} ${y}`,
      radius: 50,
      startDay: day,
      endDay: day,
      class: null,
      year,
      train: true,
    };
  }).filter(({ cell }) => cell >= 0);

  it('never looks at the year it forecasts', () => {
    const gainsOf = (given: YearlyEvent[], year: number) =>
      replay(grid, given, 2010, 2011, seededRandom(2))
        .years.filter((one) => one.year === year)
        .map(({ settings, scores }) => [settings, scores]);
    const moved = events.map((event) => (event.year === 2011 ? { ...event, x: 0, y: 0, place: 'moved' } : event));
    assert.deepEqual(gainsOf(moved, 2010), gainsOf(events, 2010));
    // Where training events of the judged year itself lie must not matter either: only the cells judged do.
    assert.deepEqual(gainsOf(moved, 2011), gainsOf(events, 2011));
  });

  it('beats an even spread on clustered events', () => {
    const { years } = replay(grid, events, 2008, 2012, seededRandom(2));
    const gains = years
      .filter(({ model }) => model === 'mixture')
      .flatMap(({ scores }) => scores.map(({ gain }) => gain));
    assert.ok(gains.reduce((a, b) => a + b, 0) / gains.length > 0.3);
  });
});

describe('a layer that an operator uploads', () => {
  const grid = plainHexGrid(square(46, 39.4, 47, 40.2), 9e6);
  const random = seededRandom(11);
  const at = (lng: number, lat: number) => grid.plane.toPlane([lng, lat]);
  const towns = Array.from({ length: 6 }, () => at(46.1 + 0.8 * random(), 39.5 + 0.6 * random()));
  const nowhere = Array.from({ length: 6 }, () => at(46.1 + 0.8 * random(), 39.5 + 0.6 * random()));
  // Every event lies near a town, each year near another one.
  const events = Array.from({ length: 156 }, (_, i): YearlyEvent => {
    const year = 2000 + Math.floor(i / 12);
    const [tx, ty] = towns[year % 6]!;
    const [x, y] = [tx + 4_000 * (random() - 0.5), ty + 4_000 * (random() - 0.5)];
    const day = dayOf(year) + 365 * random();
    const cell = nearestCell(grid, x, y, 9_000);
    return { x, y, cell, place: `${x} ${y}`, radius: 50, startDay: day, endDay: day, class: null, year, train: true };
  });
  const layer = (name: string, points: readonly (readonly [number, number])[]) =>
    points.map(([x, y]): DatedClue => {
      const pieces = () => [{ x, y, radius: 100, weight: 1 }];
      return { pieces, startDay: dayOf(2000), endDay: dayOf(2000), group: name, weight: 1 };
    });
  const gainWith = (covariates: DatedClue[]) => {
    const { years } = replay(grid, events, 2003, 2006, seededRandom(1), covariates);
    const gains = years
      .filter(({ model }) => model === 'mixture')
      .flatMap(({ scores }) => scores.map(({ gain }) => gain));
    return gains.reduce((a, b) => a + b, 0) / gains.length;
  };

  it('earns weight where it forecasts and next to none where it does not', () => {
    const without = gainWith([]);
    assert.ok(gainWith(layer('towns', towns)) > without + 0.3);
    assert.ok(gainWith(layer('nowhere', nowhere)) > without - 0.25);
  });
});

describe('ground truth', () => {
  it('finds more generated minefield in the first 5 and 10 % of area than every baseline, however incidents are placed', () => {
    const found = new Map<string, [number, number]>();
    const size = { sideKm: 100, incidents: 120, cellAreaKm2: 16 };
    for (const [i, telling] of [...TELLINGS, ...TELLINGS].entries()) {
      const kind = GROUND_KINDS[i % GROUND_KINDS.length]!;
      const { grid, placed, dated, day, area } = generatedCase(kind, telling, 1_000 + i, size);
      const deal = seededRandom(9);
      const foldOf = () => Math.floor(deal() * PLACE_FOLDS);
      for (const { model, map } of staticMaps(grid, placed, day, dated, foldOf, 'ground')) {
        const [, five, ten] = hazardFound(grid, map, area);
        const sum = found.get(model) ?? [0, 0];
        found.set(model, [sum[0] + five!.all, sum[1] + ten!.all]);
      }
    }
    const [best5, best10] = found.get('mixture')!;
    for (const [model, [five, ten]] of found)
      if (model !== 'mixture')
        assert.ok(best5 > five && best10 > ten, `${model} ${five} ${ten}, mixture ${best5} ${best10}`);
  });
});
