import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { destination } from './distance.ts';
import { fromPosition, type Geometry, type Position, toPosition } from './lng-lat.ts';
import { squareCentre, squareCorner, squareOf, squarePolygon } from './squares.ts';
import { squaresTouched } from './squares-touched.ts';
import { fromUtm } from './utm.ts';

const at = (eastMetres: number, northMetres: number): Position => {
  const { lng, lat } = fromUtm({ eastMetres, northMetres });
  return [lng, lat];
};
const point = (coordinates: Position): Geometry => ({ type: 'Point', coordinates });

const position = fc
  .tuple(fc.double({ min: 45, max: 48, noNaN: true }), fc.double({ min: 38.8, max: 41.3, noNaN: true }))
  .map(([lng, lat]): Position => [lng, lat]);
const radius = fc.oneof(
  fc.constant(0),
  fc.double({ min: 1, max: 400, noNaN: true }),
  fc.double({ min: 400, max: 9000, noNaN: true }),
);

/** The square of every sampled place within the radius of `centre` must be among the touched. */
function assertCovered(touched: ReadonlySet<string>, centre: Position, radiusMetres: number): void {
  const middle = fromPosition(centre);
  assert.ok(touched.has(squareOf(middle)), `centre ${squareOf(middle)}`);
  for (const share of [0.25, 0.5, 0.75, 0.9, 1]) {
    for (let bearing = 0; bearing < 360; bearing += 5) {
      const square = squareOf(destination(middle, bearing, radiusMetres * share));
      assert.ok(touched.has(square), `${square} at ${bearing}° ${share} of ${radiusMetres} m`);
    }
  }
}

const between = (a: Position, b: Position, t: number): Position => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];

describe('squares', () => {
  test('a square is named by its south-west corner', () => {
    assert.equal(squareOf({ lat: 39.8177, lng: 46.7528 }), 'E650N4405');
    assert.deepEqual(squareCorner('E650N4405'), { eastMetres: 650_000, northMetres: 4_405_000 });
    for (const wrong of ['E651N4405', 'N4405E650', 'E650N4405 ', ''])
      assert.throws(() => squareCorner(wrong), RangeError);
  });

  test('property: a square holds its centre, and neighbours share their corners', () => {
    fc.assert(
      fc.property(position, ([lng, lat]) => {
        const id = squareOf({ lng, lat });
        assert.equal(squareOf(squareCentre(id)), id);
        const { eastMetres, northMetres } = squareCorner(id);
        const east = squarePolygon(`E${eastMetres / 1000 + 5}N${northMetres / 1000}`).coordinates[0]!;
        const ring = squarePolygon(id).coordinates[0]!;
        assert.deepEqual([ring[1], ring[2]], [east[0], east[3]]);
        assert.deepEqual(ring[0], ring.at(-1));
      }),
    );
  });

  test('a point in the middle touches one square, on a corner four', () => {
    assert.deepEqual(squaresTouched(point(at(652_500, 4_407_500)), 100), ['E650N4405']);
    assert.deepEqual(squaresTouched(point(at(650_000, 4_405_000)), 0), [
      'E645N4400',
      'E645N4405',
      'E650N4400',
      'E650N4405',
    ]);
    assert.equal(squaresTouched(point(at(650_000, 4_407_500)), 2000).length, 2);
    assert.equal(
      squaresTouched(point(at(652_500, 4_407_500)), 2600).length,
      5,
      'a plus: the corners stay out of reach',
    );
  });

  test('property: a disc touches every square that a dense sample of it falls in', () => {
    fc.assert(
      fc.property(position, radius, (centre, metres) =>
        assertCovered(new Set(squaresTouched(point(centre), metres)), centre, metres),
      ),
    );
  });

  test('property: a disc touches no square far out of its reach', () => {
    fc.assert(
      fc.property(position, radius, (centre, metres) => {
        for (const id of squaresTouched(point(centre), metres)) {
          const ring = squarePolygon(id).coordinates[0]!;
          const bearings = Array.from({ length: 72 }, (_, i) => i * 5);
          const reach = metres * 1.01 + 5;
          const near =
            squareOf(fromPosition(centre)) === id ||
            bearings.some((bearing) => squareOf(destination(fromPosition(centre), bearing, reach)) === id);
          const corner = ring.some((vertex) => bearingsReach(centre, vertex, reach));
          assert.ok(near || corner, id);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('property: a widened line touches every square along it', () => {
    fc.assert(
      fc.property(
        position,
        position,
        fc.double({ min: 0.02, max: 0.3, noNaN: true }),
        radius,
        (a, b, share, metres) => {
          const end = between(a, b, share);
          const touched = new Set(squaresTouched({ type: 'LineString', coordinates: [a, end] }, metres));
          for (let i = 0; i <= 40; i++) assertCovered(touched, between(a, end, i / 40), metres);
        },
      ),
      { numRuns: 25 },
    );
  });

  test('property: a widened polygon touches every square inside and along its border', () => {
    fc.assert(
      fc.property(
        position,
        fc.integer({ min: 500, max: 20_000 }),
        fc.integer({ min: 3, max: 8 }),
        radius,
        (centre, size, sides, metres) => {
          const ring = Array.from({ length: sides }, (_, i) =>
            toPosition(destination(fromPosition(centre), (360 / sides) * i, size)),
          );
          const touched = new Set(squaresTouched({ type: 'Polygon', coordinates: [[...ring, ring[0]!]] }, metres));
          for (const vertex of ring) {
            for (let i = 0; i <= 20; i++)
              assert.ok(touched.has(squareOf(fromPosition(between(centre, vertex, i / 20)))));
            assertCovered(touched, vertex, metres);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  test('a hole is outside, and an unclosed ring is closed', () => {
    const box = (from: number, to: number): Position[] => [
      at(from, from + 3_800_000),
      at(to, from + 3_800_000),
      at(to, to + 3_800_000),
      at(from, to + 3_800_000),
    ];
    const [outer, inner] = [box(601_000, 629_000), box(604_000, 626_000)];
    const touched = squaresTouched({ type: 'Polygon', coordinates: [outer, inner] }, 0);
    assert.ok(!touched.includes('E615N4415'));
    assert.ok(squaresTouched({ type: 'Polygon', coordinates: [outer] }, 0).includes('E615N4415'));
  });

  test('what is no shape or no length is refused', () => {
    assert.throws(() => squaresTouched(point([46, 40]), Number.NaN), RangeError);
    assert.throws(() => squaresTouched(point([46, 40]), -1), RangeError);
    assert.throws(() => squaresTouched({ type: 'LineString', coordinates: [] }, 10), RangeError);
    assert.throws(() => squaresTouched(point([46, 40]), 900_000), RangeError);
  });
});

function bearingsReach(centre: Position, vertex: Position, reachMetres: number): boolean {
  const [dx, dy] = [(vertex[0] - centre[0]) * 85_500, (vertex[1] - centre[1]) * 111_000];
  return Math.hypot(dx, dy) < reachMetres * 1.03;
}
