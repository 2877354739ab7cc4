import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Clearance, type RiskClue, RiskInputError, type RiskInputProblem } from './clue.ts';
import { computeSurface } from './surface.ts';
import { box, clearanceOf, clueAt, SQUARE, TODAY } from './testing.ts';

const bowTie = [
  [
    [46.6, 39.7],
    [46.7, 39.8],
    [46.7, 39.7],
    [46.6, 39.8],
    [46.6, 39.7],
  ],
] as const;
const point = { type: 'point', lng: 46.6, lat: 39.7, radiusMetres: 50 } as const;
const broken = (more: object): RiskClue => ({ ...clueAt('bad', 46.6, 39.7), ...more }) as RiskClue;
const refused = (clues: RiskClue[], clearances: Clearance[], problem: RiskInputProblem) =>
  assert.throws(
    () => computeSurface({ clues, clearances, areaOfInterest: SQUARE, asOfDay: TODAY }),
    (error) => error instanceof RiskInputError && error.problem === problem,
  );

const CLUES: [string, RiskInputProblem, object][] = [
  ['a coordinate that is not a number', 'not_a_number', { geometry: { ...point, lng: Number.NaN } }],
  ['no geometry', 'geometry_missing', { geometry: null }],
  ['a geometry of another type', 'geometry_missing', { geometry: { type: 'curve', radiusMetres: 5 } }],
  ['a latitude beyond the pole', 'outside_the_globe', { geometry: { ...point, lat: 95 } }],
  ['radius 0', 'radius_out_of_range', { geometry: { ...point, radiusMetres: 0 } }],
  ['radius 100 km', 'radius_out_of_range', { geometry: { ...point, radiusMetres: 100_000 } }],
  ['a radius that is not a number', 'not_a_number', { geometry: { ...point, radiusMetres: Number.NaN } }],
  ['a date in the future', 'date_in_the_future', { startDay: TODAY, endDay: TODAY + 1 }],
  ['a date that is not a number', 'not_a_number', { startDay: Number.NaN }],
  ['dates in the wrong order', 'dates_reversed', { startDay: 200, endDay: 100 }],
  ['reliability above 1', 'reliability_out_of_range', { reliability: 1.1 }],
  ['precision class D', 'unknown_value', { precision: 'D' }],
  ['an unknown kind', 'unknown_value', { kind: 'rumour' }],
  [
    'a line of one point',
    'too_few_points',
    { geometry: { type: 'line', coordinates: [[46.6, 39.7]], radiusMetres: 50 } },
  ],
  [
    'an area that crosses itself',
    'polygon_crosses_itself',
    { geometry: { type: 'area', rings: bowTie, radiusMetres: 50 } },
  ],
];

describe('malformed input', () => {
  for (const [what, problem, more] of CLUES)
    it(`refuses a clue with ${what}`, () => refused([broken(more)], [], problem));

  it('refuses the same clue twice', () =>
    refused([clueAt('a', 46.6, 39.7), clueAt('a', 46.6, 39.7)], [], 'duplicate_id'));

  it('refuses a clearance that crosses itself, is of the future or names nobody', () => {
    refused([], [clearanceOf('bad', bowTie as never)], 'polygon_crosses_itself');
    refused([], [clearanceOf('bad', box(46.6, 39.7, 46.7, 39.8), { day: TODAY + 1 })], 'date_in_the_future');
    refused([], [clearanceOf('bad', box(46.6, 39.7, 46.7, 39.8), { authority: '' })], 'unknown_value');
  });

  it('refuses an area of interest without land', () => {
    assert.throws(
      () => computeSurface({ clues: [], clearances: [], areaOfInterest: [], asOfDay: TODAY }),
      /no polygon/,
    );
  });

  it('accepts clues outside the area of interest, of which only the tail counts', () => {
    const surface = computeSurface({
      clues: [clueAt('far', 10, 10)],
      clearances: [],
      areaOfInterest: SQUARE,
      asOfDay: TODAY,
    });
    assert.ok(surface.dangerClass.every((c) => c === 0));
  });
});
