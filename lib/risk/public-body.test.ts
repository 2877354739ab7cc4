import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { destination } from '../geo/distance.ts';
import { squareOf } from '../geo/squares.ts';
import { markedSquares } from './batches/marked-squares.ts';
import { publicBody } from './public-body.ts';
import type { VerifiedClue } from './store.ts';

const clue = (more: Partial<VerifiedClue> = {}): VerifiedClue =>
  ({
    id: 'a',
    incidentId: 'i',
    kind: 'human_accident',
    geometry: { type: 'Point', coordinates: [46.7, 39.8] },
    uncertaintyMetres: 50,
    districtId: 'wof:1',
    dateStart: '2021-05-01',
    dateEnd: '2021-05-01',
    dateReported: '2021-05-02',
    ...more,
  }) as VerifiedClue;
const bodyOf = (
  clues: VerifiedClue[],
  victims: Parameters<typeof publicBody>[0]['victims'] = [],
  publishedOn = '2026-11-23',
) => publicBody({ clues, victims, publishedOn, demonstration: false, area: null });

const spot = fc.record({
  lng: fc.double({ min: 45.5, max: 47.5, noNaN: true }),
  lat: fc.double({ min: 39, max: 41, noNaN: true }),
  radius: fc.integer({ min: 1, max: 6000 }),
});

describe('the public body', () => {
  it('property: marks every square that the 95 % disc of any clue touches, from one clue on', () => {
    fc.assert(
      fc.property(fc.array(spot, { minLength: 1, maxLength: 6 }), (spots) => {
        const marked = new Set<string>(
          markedSquares(
            spots.map(({ lng, lat, radius }) =>
              clue({ geometry: { type: 'Point', coordinates: [lng, lat] }, uncertaintyMetres: radius }),
            ),
          ),
        );
        for (const { lng, lat, radius } of spots) {
          assert.ok(marked.has(squareOf({ lng, lat })));
          for (let bearing = 0; bearing < 360; bearing += 15)
            assert.ok(marked.has(squareOf(destination({ lng, lat }, bearing, radius))));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('property: more clues never unmark a square, and order does not matter', () => {
    fc.assert(
      fc.property(fc.array(spot, { minLength: 2, maxLength: 6 }), (spots) => {
        const clues = spots.map(({ lng, lat, radius }) =>
          clue({ geometry: { type: 'Point', coordinates: [lng, lat] }, uncertaintyMetres: radius }),
        );
        const all = markedSquares(clues);
        assert.deepEqual(markedSquares(clues.toReversed()), all);
        for (const square of markedSquares(clues.slice(1))) assert.ok(all.includes(square));
      }),
      { numRuns: 40 },
    );
  });

  it('marks both parts of a divided area', () => {
    const square = (lng: number, lat: number): [number, number][] => [
      [lng, lat],
      [lng + 0.01, lat],
      [lng + 0.01, lat + 0.01],
      [lng, lat],
    ];
    const both = clue({
      geometry: { type: 'MultiPolygon', coordinates: [[square(46.3, 39.5)], [square(46.9, 39.9)]] },
    });
    const marked = markedSquares([both]);
    assert.ok(marked.includes(squareOf({ lng: 46.305, lat: 39.503 })));
    assert.ok(marked.includes(squareOf({ lng: 46.905, lat: 39.903 })));
  });

  it('counts from three clues on, in steps of three, and never within four weeks', () => {
    assert.deepEqual(bodyOf([clue(), clue()]).counts, []);
    assert.deepEqual(bodyOf(Array.from({ length: 5 }, () => clue())).counts, [
      { districtId: 'wof:1', year: 2021, eventKind: 'human_accident', cluesAtLeast: 3 },
    ]);
    const young = Array.from({ length: 3 }, () => clue({ dateReported: '2026-11-10' }));
    assert.deepEqual(bodyOf(young).counts, []);
    assert.equal(bodyOf(young).squares.length > 0, true, 'danger does not wait');
    assert.equal(bodyOf(young.map((one) => ({ ...one, wasPublic: true }))).counts.length, 1, 'public before');
    assert.deepEqual(
      bodyOf(Array.from({ length: 3 }, () => clue({ dateEnd: '2022-01-01' }))).counts,
      [],
      'no year, no cell',
    );
  });

  it('property: tells of reports that came here alone no more than their number in threes, whatever publishers told', () => {
    fc.assert(
      fc.property(fc.nat(8), fc.nat(8), (published, own) => {
        const told = Array.from({ length: published }, () => clue({ wasPublic: true }));
        const all = [...told, ...Array.from({ length: own }, () => clue())];
        const counted = (clues: VerifiedClue[]) => bodyOf(clues).counts[0]?.cluesAtLeast ?? 0;
        // a reader knows what publishers told, one by one
        assert.equal(counted(all) - counted(told), Math.floor(own / 3) * 3);
      }),
    );
    const two = [clue({ wasPublic: true }), clue({ wasPublic: true })];
    assert.deepEqual(
      bodyOf([...two, clue()]).counts,
      bodyOf(two).counts,
      'two known events and one report are not three',
    );
  });

  it('tells of victims only from three reports of its own on, apart from those that publishers told', () => {
    const men = (incidentId: string, count: number) =>
      Array.from({ length: count }, () => ({ incidentId, reportId: incidentId, sex: 'male', ageBand: '30-44' }));
    const [known, own] = [clue({ incidentId: 'known', wasPublic: true }), clue({ incidentId: 'own' })];
    assert.deepEqual(bodyOf([own], men('own', 6)).victims, [], 'six of one report');
    const four = bodyOf([known], men('known', 4)).victims;
    assert.deepEqual(bodyOf([known, own], [...men('known', 4), ...men('own', 1)]).victims, four);
  });

  it('suppresses victim cells under five and counts the people of an incident once', () => {
    const clues = Array.from({ length: 3 }, (_, i) => clue({ incidentId: `i${i}` }));
    const two = (incidentId: string, reportId: string) =>
      ['18-29', '60+'].map((ageBand) => ({ incidentId, reportId, sex: 'male', ageBand }));
    const people = clues.flatMap(({ incidentId }) => [
      ...two(incidentId, `${incidentId}a`),
      ...two(incidentId, `${incidentId}b`),
    ]);
    assert.deepEqual(bodyOf(clues, people).victims, [
      { districtId: 'wof:1', year: 2021, sex: 'male', age: 'adult', atLeast: 5 },
    ]);
    assert.deepEqual(bodyOf(clues, people.slice(0, 8)).victims, []);
    const child = [{ incidentId: 'i0', reportId: 'r', sex: 'female', ageBand: '5-11' }];
    assert.deepEqual(bodyOf(clues, child).victims, []);
  });
});
