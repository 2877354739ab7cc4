import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { h3Grid } from '../../geo/hex-grid.ts';
import { explainCell } from './contributions.ts';
import { addClues, emptyEvidence, retractClue } from './evidence.ts';
import { combine, mixtureOf } from './mixture.ts';
import { DEFAULT_PARAMETERS } from './parameters.ts';
import { CELL_STATES, gatherEvidence, surfaceOf } from './surface.ts';
import { box, clearanceOf, clueAt, SQUARE, TODAY } from './testing.ts';

const GRID = h3Grid(SQUARE, 8);
const evidenceOf = (clues: Parameters<typeof addClues>[1], clearances: ReturnType<typeof clearanceOf>[] = []) =>
  gatherEvidence({ clues, clearances, areaOfInterest: SQUARE, asOfDay: TODAY }, GRID);
const cellAt = (lng: number, lat: number) => {
  const [x, y] = GRID.plane.toPlane([lng, lat]);
  let best = 0;
  for (let i = 0; i < GRID.size; i++)
    if (Math.hypot(GRID.x[i]! - x, GRID.y[i]! - y) < Math.hypot(GRID.x[best]! - x, GRID.y[best]! - y)) best = i;
  return best;
};

const someGeometry = fc.record({
  lng: fc.double({ min: 46.45, max: 47, noNaN: true }),
  lat: fc.double({ min: 39.55, max: 40, noNaN: true }),
  radiusMetres: fc.constantFrom(10, 400, 3_000),
  shape: fc.constantFrom('point', 'line', 'area'),
});
const someClue = fc
  .record({
    at: someGeometry,
    kind: fc.constantFrom('human' as const, 'animal' as const, 'presence' as const, 'record' as const),
    precision: fc.constantFrom('A' as const, 'B' as const, 'C' as const),
    startDay: fc.integer({ min: 8_000, max: 19_000 }),
    length: fc.integer({ min: 0, max: 1_000 }),
    reliability: fc.double({ min: 0.05, max: 1, noNaN: true }),
    sourceKey: fc.constantFrom('', 'one', 'two'),
  })
  .map(({ at: { lng, lat, radiusMetres, shape }, startDay, length, ...rest }) => ({
    ...rest,
    id: '',
    startDay,
    endDay: startDay + length,
    geometry:
      shape === 'point'
        ? ({ type: 'point', lng, lat, radiusMetres } as const)
        : shape === 'line'
          ? ({
              type: 'line',
              coordinates: [
                [lng, lat],
                [lng + 0.02, lat + 0.01],
              ] as const,
              radiusMetres,
            } as const)
          : ({ type: 'area', rings: box(lng, lat, lng + 0.015, lat + 0.01), radiusMetres } as const),
  }));
const someClues = fc
  .array(someClue, { minLength: 1, maxLength: 8 })
  .map((clues) => clues.map((clue, i) => ({ ...clue, id: `clue-${i}` })));
const CLEARED = clearanceOf('field', box(46.7, 39.75, 46.75, 39.79), { day: 14_000, quality: 0.9 });

describe('the surface', () => {
  it('is a distribution of mass 1, bounded, with an interval around its mean', () => {
    fc.assert(
      fc.property(someClues, (clues) => {
        const surface = surfaceOf(evidenceOf(clues, [CLEARED]));
        assert.ok(Math.abs(surface.danger.reduce((a, b) => a + b, 0) - 1) < 1e-9);
        for (let i = 0; i < surface.cells.length; i++) {
          assert.ok(surface.danger[i]! > 0 && surface.danger[i]! < 1);
          assert.ok(surface.lower[i]! <= surface.mean[i]! && surface.mean[i]! <= surface.upper[i]!);
          const whole = surface.belief[i]! + surface.disbelief[i]! + surface.ignorance[i]!;
          assert.ok(Math.abs(whole - 1) < 1e-6);
          assert.ok(surface.belief[i]! >= 0 && surface.disbelief[i]! >= 0 && surface.ignorance[i]! > 0);
        }
      }),
      { numRuns: 15 },
    );
  });

  it('does not depend on the order of clues, to the last bit', () => {
    fc.assert(
      fc.property(someClues, (clues) => {
        assert.deepEqual(surfaceOf(evidenceOf(clues, [CLEARED])), surfaceOf(evidenceOf(clues.toReversed(), [CLEARED])));
      }),
      { numRuns: 10 },
    );
  });

  it('comes out the same clue by clue as in a batch, and forgets a retracted clue entirely', () => {
    fc.assert(
      fc.property(someClues, someClue, (clues, extra) => {
        const evidence = evidenceOf([], [CLEARED]);
        for (const clue of clues) addClues(evidence, [clue]);
        const batch = surfaceOf(evidenceOf(clues, [CLEARED]));
        assert.deepEqual(surfaceOf(evidence), batch);
        addClues(evidence, [{ ...extra, id: 'extra' }]);
        retractClue(evidence, 'extra');
        assert.deepEqual(surfaceOf(evidence), batch);
      }),
      { numRuns: 10 },
    );
  });

  it('explains every cell by contributions that sum to its value', () => {
    fc.assert(
      fc.property(someClues, fc.integer({ min: 0, max: GRID.size - 1 }), (clues, cell) => {
        const evidence = evidenceOf(clues, [CLEARED]);
        const { danger } = surfaceOf(evidence);
        for (const at of [cell, cellAt(46.72, 39.77), danger.indexOf(Math.max(...danger))])
          assert.ok(Math.abs(explainCell(evidence, at).danger - danger[at]!) < 1e-12);
      }),
      { numRuns: 15 },
    );
  });

  it('rises where a clue is added, and ignorance falls only there', () => {
    const before = surfaceOf(evidenceOf([clueAt('a', 46.6, 39.7)]));
    const after = surfaceOf(evidenceOf([clueAt('a', 46.6, 39.7), clueAt('b', 46.8, 39.85)]));
    const [near, far] = [cellAt(46.8, 39.85), cellAt(46.55, 39.92)];
    assert.ok(after.danger[near]! > before.danger[near]! * 2);
    assert.ok(after.belief[near]! > before.belief[near]!);
    assert.equal(after.ignorance[far], before.ignorance[far]);
    for (let i = 0; i < GRID.size; i++) assert.ok(after.ignorance[i]! <= before.ignorance[i]!);
  });

  it('keeps account of the mass that leaves the area', () => {
    const inside = evidenceOf([clueAt('a', 46.735, 39.78)]);
    const border = evidenceOf([clueAt('a', 46.5, 39.78)]);
    const share = (evidence: ReturnType<typeof evidenceOf>, scale: number) =>
      mixtureOf(evidence).components.find((c) => c.layer.scale === scale && c.halfLifeDays === 0)!.total / 0.8;
    assert.ok(Math.abs(share(inside, 600) - 1) < 0.02 && Math.abs(share(inside, 1_500) - 1) < 0.02);
    assert.ok(share(border, 1_500) > 0.5 && share(border, 1_500) < 0.7);
    assert.ok(share(inside, 35_000) < 0.3);
  });

  it('caps what one source may count for', () => {
    const many = Array.from({ length: 40 }, (_, i) =>
      clueAt(`m${i}`, 46.6, 39.7, { sourceKey: 'one', reliability: 1 }),
    );
    const evidence = evidenceOf(many);
    const strength = combine(evidence, mixtureOf(evidence), (c) =>
      c.layer.scale === 600 && c.halfLifeDays === 0 ? 1 : 0,
    );
    const mass = strength.reduce((a, b) => a + b, 0);
    assert.ok(Math.abs(mass - DEFAULT_PARAMETERS.sourceCap) < 0.1, `mass ${mass}`);
  });
});

describe('official ground', () => {
  const field = box(46.7, 39.75, 46.75, 39.79);
  const inside = cellAt(46.725, 39.77);
  const earlier = clueAt('before', 46.725, 39.77);
  const later = clueAt('after', 46.725, 39.77, { startDay: 18_500, endDay: 18_500 });

  it('lowers what earlier clues said, names its authority, and is opened again by a later strike', () => {
    const clearance = clearanceOf('field', field);
    const before = surfaceOf(evidenceOf([earlier]));
    const released = surfaceOf(evidenceOf([earlier], [clearance]));
    const reopened = surfaceOf(evidenceOf([earlier, later], [clearance]));
    assert.equal(CELL_STATES[before.state[inside]!], 'evidence');
    assert.equal(CELL_STATES[released.state[inside]!], 'released');
    assert.equal(released.releases[released.release[inside]!]!.authority, 'Authority');
    assert.equal(CELL_STATES[reopened.state[inside]!], 'conflicting');
    assert.ok(released.danger[inside]! < before.danger[inside]! / 5);
    assert.ok(reopened.danger[inside]! > released.danger[inside]! * 5);
    assert.ok(released.ignorance[inside]! < before.ignorance[inside]!);
  });

  it('lowers nothing by non-technical survey, and releases nothing by it', () => {
    const survey = clearanceOf('asked', field, { method: 'non_technical_survey' });
    const with_ = surfaceOf(evidenceOf([earlier], [survey]));
    assert.equal(with_.danger[inside], surfaceOf(evidenceOf([earlier])).danger[inside]);
    assert.notEqual(CELL_STATES[with_.state[inside]!], 'released');
  });

  it('releases no cell that it covers only in part', () => {
    const sliver = clearanceOf('sliver', box(46.7, 39.75, 46.726, 39.79));
    const surface = surfaceOf(evidenceOf([], [sliver]));
    for (const [cell, coverages] of evidenceOf([], [sliver]).official.byCell)
      if (coverages[0]!.share < 0.9) assert.equal(CELL_STATES[surface.state[cell]!], 'unknown');
  });

  it('takes a record as recorded hazard inside its band, and as nothing outside', () => {
    const record = clueAt('record', 46.6, 39.7, {
      kind: 'record',
      geometry: { type: 'area', rings: box(46.6, 39.7, 46.62, 39.71), radiusMetres: 300 },
    });
    const surface = surfaceOf(evidenceOf([record]));
    assert.equal(CELL_STATES[surface.state[cellAt(46.61, 39.705)]!], 'recorded_hazard');
    assert.equal(CELL_STATES[surface.state[cellAt(46.8, 39.9)]!], 'unknown');
  });

  it('has no state that says there is no danger', () => {
    assert.deepEqual([...CELL_STATES].sort(), ['conflicting', 'evidence', 'recorded_hazard', 'released', 'unknown']);
  });
});

describe('an area without clues', () => {
  it('is floor everywhere, of class 0 and unknown', () => {
    const surface = surfaceOf(emptyEvidence(GRID, DEFAULT_PARAMETERS, TODAY));
    assert.ok(surface.dangerClass.every((c) => c === 0) && surface.state.every((s) => s === 0));
    assert.ok(Math.abs(surface.danger[0]! / (GRID.area[0]! / GRID.totalArea) - 1) < 1e-12);
    assert.ok(surface.ignorance.every((u) => u === 1));
  });
});
