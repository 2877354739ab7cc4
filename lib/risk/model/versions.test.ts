import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compareSurfaces } from './compare-surfaces.ts';
import { askNext } from './knowledge/ask-next.ts';
import { DEFAULT_PARAMETERS } from './parameters.ts';
import { computeSurface } from './surface.ts';
import { box, clearanceOf, clueAt, SQUARE, TODAY } from './testing.ts';

const surfaceOf = (ids: [string, number, number][], clearances: ReturnType<typeof clearanceOf>[] = []) =>
  computeSurface({
    clues: ids.map(([id, lng, lat]) => clueAt(id, lng, lat)),
    clearances,
    areaOfInterest: SQUARE,
    asOfDay: TODAY,
  });
const one = surfaceOf([['a', 46.6, 39.7]]);
const two = surfaceOf([['a', 46.6, 39.7], ['b', 46.85, 39.9]]); // biome-ignore format: short

describe('two versions', () => {
  it('of the same input are the same', () => {
    assert.equal(compareSurfaces(one, surfaceOf([['a', 46.6, 39.7]])).same, true);
  });

  it('differ where a clue came, and name the change', () => {
    const { same, changedInput, changedParameters, cells, largestDifference } = compareSurfaces(one, two);
    assert.deepEqual([same, changedInput, changedParameters], [false, true, false]);
    assert.ok(cells.some(({ state: [before, after] }) => before === 0 && after === 1));
    assert.ok(largestDifference > 0);
  });

  it('of different grids pair what both have', () => {
    const part = computeSurface({
      clues: [],
      clearances: [],
      areaOfInterest: [box(46.6, 39.7, 46.7, 39.8)],
      asOfDay: TODAY,
    });
    const { cells } = compareSurfaces(part, one);
    assert.ok(
      cells.some(({ danger: [before] }) => before === null) && cells.some(({ danger: [before] }) => before !== null),
    );
  });
});

describe('where to ask next', () => {
  it('ranks cells by gain, the same list each time, and prefers what nobody spoke of among equals', () => {
    const list = askNext(two, 50, DEFAULT_PARAMETERS.ignoranceWeight);
    assert.deepEqual(list, askNext(two, 50, DEFAULT_PARAMETERS.ignoranceWeight));
    for (let i = 1; i < list.length; i++) assert.ok(list[i - 1]!.gain >= list[i]!.gain);
    const surveyed = surfaceOf([['a', 46.6, 39.7], ['b', 46.85, 39.9]], [clearanceOf('field', box(46.58, 39.68, 46.62, 39.72), { day: 10_000 })]); // biome-ignore format: short
    const known = [...surveyed.disbelief.keys()].filter((i) => surveyed.disbelief[i]! > 0.5);
    const gainOf = (surface: typeof two, i: number) =>
      askNext(surface, surface.cells.length, 2).find(({ index }) => index === i)!.gain;
    assert.ok(known.length > 0 && gainOf(surveyed, known[0]!) < gainOf(two, known[0]!) / 5);
  });

  it('asks nobody where nobody goes', () => {
    assert.deepEqual(
      askNext(two, 10, 2, () => 0),
      [],
    );
  });
});
