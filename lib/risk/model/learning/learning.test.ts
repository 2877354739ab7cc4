import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { h3Grid, nearestCell } from '../../../geo/hex-grid.ts';
import { seededRandom } from '../../../seeded-random.ts';
import { DEFAULT_PARAMETERS } from '../parameters.ts';
import { piecesOf } from '../stamps/pieces.ts';
import { addDated } from '../stamps/rolling-sums.ts';
import { computeSurface } from '../surface.ts';
import { clueAt, SQUARE, TODAY } from '../testing.ts';
import { countShareUpTo, learnDispersion, logCount } from './dispersion.ts';
import { gammaQuantile, gammaQuantileTable, gammaShareBelow } from './gamma.ts';
import { isotonic, recalibrated } from './isotonic.ts';
import { learnFromClues } from './learn-from-clues.ts';
import { learnWeights } from './learn-weights.ts';
import { yearlyMixture } from './yearly-mixture.ts';

describe('expectation maximisation', () => {
  it('takes one step as worked by hand', () => {
    // One event, lifts 4 and 0, prior (.4, .4, .2), K = 1: p = 1.8; (1.6/1.8 + .4)/2, (0 + .4)/2, (.2/1.8 + .2)/2.
    const weights = learnWeights(Float64Array.of(4, 0), Float64Array.of(1), Float64Array.of(0.4, 0.4, 0.2), 1, 1);
    for (const [j, value] of [(1.6 / 1.8 + 0.4) / 2, 0.2, (0.2 / 1.8 + 0.2) / 2].entries())
      assert.ok(Math.abs(weights[j]! - value) < 1e-12);
  });

  it('keeps weights that sum to 1 and never forecasts worse than its prior', () => {
    const random = seededRandom(3);
    const lifts = Float64Array.from({ length: 300 }, () => random() ** 3 * 9);
    const prior = Float64Array.of(0.3, 0.3, 0.3, 0.1);
    const score = (w: Float64Array) => {
      let sum = 0;
      for (let i = 0; i < 100; i++)
        sum += Math.log(w[3]! + w[0]! * lifts[3 * i]! + w[1]! * lifts[3 * i + 1]! + w[2]! * lifts[3 * i + 2]!);
      return sum;
    };
    const weights = learnWeights(lifts, new Float64Array(100).fill(1), prior, 0);
    assert.ok(Math.abs(weights.reduce((a, b) => a + b, 0) - 1) < 1e-12);
    assert.ok(score(weights) >= score(prior));
  });

  it('learns from dated clues that precise ones tell of the next and vague ones do not', () => {
    const random = seededRandom(4);
    const clues = Array.from({ length: 160 }, (_, i) => {
      const day = 12_000 + i * 45;
      const precise = i % 2 === 0;
      const spread = precise ? 0.03 : 0.4;
      const geometry = {
        type: 'point',
        lng: 46.72 + spread * (random() - 0.5),
        lat: 39.78 + 0.8 * spread * (random() - 0.5),
        radiusMetres: precise ? 50 : 2_000,
      } as const;
      // Vague clues fall anywhere and are no strikes: they must lose their weight.
      return clueAt(`c${i}`, 0, 0, {
        kind: precise ? 'human' : 'presence',
        precision: precise ? 'A' : 'C',
        geometry,
        startDay: day,
        endDay: day,
      });
    });
    const learned = learnFromClues(h3Grid(SQUARE, 8), clues, TODAY, DEFAULT_PARAMETERS);
    const share = (group: string) =>
      Object.entries(learned.learnedWeights).reduce((sum, [key, w]) => sum + (key.endsWith(group) ? w : 0), 0);
    assert.ok(learned.learnedEvents > 50);
    assert.ok(share('human.A') > 4 * share('presence.C'), `${share('human.A')} against ${share('presence.C')}`);
    const surface = computeSurface({
      clues,
      clearances: [],
      areaOfInterest: SQUARE,
      asOfDay: TODAY,
      parameters: { ...DEFAULT_PARAMETERS, ...learned },
    });
    assert.ok(Math.abs(surface.danger.reduce((a, b) => a + b, 0) - 1) < 1e-9);
  });
});

describe('isotonic recalibration', () => {
  it('pools violators as worked by hand', () => {
    // Observed over expected: 0.5, 2, 1 at lifts 1, 2, 4: the last two pool to 3/(1/2 + 1/4) in units of lift.
    const steps = isotonic(
      [
        { lift: 1, expected: 1, observed: 0.5 },
        { lift: 2, expected: 1, observed: 2 },
        { lift: 4, expected: 1, observed: 0.5 },
      ],
      1,
    );
    assert.deepEqual([...steps.start], [1, 2]);
    assert.deepEqual([...steps.value], [0.5, 2.5 / 0.75]);
    assert.equal(recalibrated(steps, 3), 2.5 / 0.75);
    assert.equal(recalibrated(steps, 0.1), 0.5);
  });

  it('never falls', () => {
    const random = seededRandom(8);
    const { value } = isotonic(
      Array.from({ length: 200 }, () => ({
        lift: 0.01 + random() * 9,
        expected: random(),
        observed: Math.floor(random() * 3),
      })),
      3,
    );
    for (let i = 1; i < value.length; i++) assert.ok(value[i]! >= value[i - 1]!);
  });
});

describe('the Gamma posterior', () => {
  it('has the quantiles of the tables', () => {
    // Chi-square: 3.841459 is the 95 % point of 1 degree of freedom, 18.307038 of 10, 0.7107230 the 5 % point of 4.
    assert.ok(Math.abs(gammaQuantile(0.5, 0.95) - 3.841459 / 2) < 1e-6);
    assert.ok(Math.abs(gammaQuantile(5, 0.95) - 18.307038 / 2) < 1e-6);
    assert.ok(Math.abs(gammaQuantile(2, 0.05) - 0.710723 / 2) < 1e-6);
    assert.ok(Math.abs(gammaShareBelow(1, 2) - (1 - Math.exp(-2))) < 1e-12);
    const table = gammaQuantileTable(0.5, 80, 0.05);
    for (const a of [0.5, 0.77, 3.3, 79]) assert.ok(Math.abs(table(a) / gammaQuantile(a, 0.05) - 1) < 1e-4);
  });

  it('gives counts whose shares sum to 1 and finds the dispersion they were made with', () => {
    assert.ok(Math.abs(countShareUpTo(200, 2, 5) - 1) < 1e-9);
    assert.ok(Math.abs(logCount(0, 1, 1) - Math.log(0.5)) < 1e-12);
    const random = seededRandom(6);
    const draw = (shape: number, mean: number) => {
      const u = random();
      let k = 0;
      while (countShareUpTo(k, shape, mean) < u) k++;
      return k;
    };
    const past = Array.from({ length: 800 }, () => ({ shape: 8, mean: 4, observed: draw(2, 4) }));
    assert.ok(Math.abs(learnDispersion(past) - 4) < 1.2, `${learnDispersion(past)}`);
  });
});

describe('learning year by year', () => {
  it('forecasts, in the backtest’s forecaster, the map that the surface of the same clues shows', () => {
    const grid = h3Grid(SQUARE, 8);
    const random = seededRandom(12);
    const clues = Array.from({ length: 90 }, (_, i) =>
      clueAt(`c${i}`, 46.55 + 0.3 * random(), 39.65 + 0.2 * random(), {
        kind: i % 3 ? 'human' : 'animal',
        startDay: TODAY - 365 * (i % 15) - 100,
        endDay: TODAY - 365 * (i % 15) - 100,
      }),
    );
    const learned = learnFromClues(grid, clues, TODAY, DEFAULT_PARAMETERS);
    const { danger } = computeSurface({
      clues,
      clearances: [],
      areaOfInterest: SQUARE,
      asOfDay: TODAY,
      parameters: { ...DEFAULT_PARAMETERS, ...learned },
    });
    const years = 15;
    const mixture = yearlyMixture(grid, ['animal.A', 'human.A'], TODAY - years * 365.25, 5, DEFAULT_PARAMETERS);
    for (let year = 0; year < years; year++) {
      const end = TODAY - (years - 1 - year) * 365.25;
      const now = clues.filter(({ endDay }) => endDay >= end - 365.25 && endDay < end);
      const cells = now.map(({ geometry }) => {
        const [x, y] = grid.plane.toPlane([(geometry as { lng: number }).lng, (geometry as { lat: number }).lat]);
        return nearestCell(grid, x, y, 2_000);
      });
      if (year > 0)
        mixture.meet(
          year,
          cells,
          now.map(({ reliability }) => reliability),
        );
      else mixture.meet(0, []);
      mixture.advanceTo(end);
      for (const clue of now)
        addDated(mixture.sums, {
          pieces: (scale) => piecesOf(clue.geometry, grid.plane, scale),
          startDay: clue.startDay,
          endDay: clue.endDay,
          group: `${clue.kind}.${clue.precision}`,
          weight: clue.reliability,
        });
    }
    const { map } = mixture.forecast();
    for (const [cell, p] of map.entries())
      assert.ok(Math.abs(p - danger[cell]!) < 1e-9, `${p} against ${danger[cell]}`);
  });

  it('recalibrates and widens the intervals once enough was forecast, and not before', () => {
    const grid = h3Grid(SQUARE, 8);
    const random = seededRandom(13);
    const clues = (count: number) =>
      Array.from({ length: count }, (_, i) =>
        clueAt(`c${i}`, 46.55 + 0.35 * random(), 39.65 + 0.25 * random(), {
          startDay: TODAY - 10 - ((i * 7) % 3_600),
          endDay: TODAY - 10 - ((i * 7) % 3_600),
        }),
      );
    const few = learnFromClues(grid, clues(40), TODAY, DEFAULT_PARAMETERS);
    assert.deepEqual([few.recalibration.start.length, few.dispersion], [0, 1]);
    const parameters = { ...DEFAULT_PARAMETERS, recalibrationEvents: 100 };
    const many = learnFromClues(grid, clues(600), TODAY, parameters);
    assert.ok(many.recalibration.start.length > 1 && many.dispersion !== 1);
    const surface = computeSurface({
      clues: clues(600),
      clearances: [],
      areaOfInterest: SQUARE,
      asOfDay: TODAY,
      parameters: { ...parameters, ...many },
    });
    const sum = surface.mean.reduce((a, b) => a + b, 0);
    assert.ok(Math.abs(sum / DEFAULT_PARAMETERS.incidentsPerYear - 1) < 1e-3);
    assert.ok(surface.mean.every((mean, cell) => surface.lower[cell]! <= mean && mean <= surface.upper[cell]! * 1.2));
  });
});
