import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { distanceMetres } from './distance.ts';
import { fromPosition, positionsOf } from './lng-lat.ts';
import { type Leg, legsErrorMetres, parseLegs, traverse } from './traverse.ts';

const reference = { lng: 46.7, lat: 39.8 };
const leg = (bearingDegrees: number, metres: number): Leg => ({ bearingDegrees, distanceMetres: metres });
const square = [leg(0, 100), leg(90, 100), leg(180, 100)];

test('golden: 100 m north, east and south of a tie leg of 200 m eastwards', () => {
  const made = traverse(reference, [leg(90, 200), ...square], { shape: 'polygon', tied: true });
  assert.ok(made.ok);
  assert.equal(made.geometry.type, 'Polygon');
  const [a, b, c, d, again] = positionsOf(made.geometry);
  assert.deepEqual(again, a);
  // 200 m east at 39.8 N: 200 / (111 195.08 cos 39.8) = 0.0023411 degrees; 100 m north: 0.00089932
  assert.ok(Math.abs(a![0] - 46.7023411) < 1e-6 && Math.abs(a![1] - 39.8) < 1e-7, String(a));
  assert.ok(Math.abs(b![1] - 39.80089932) < 1e-7, String(b));
  assert.ok(Math.abs(c![0] - 46.7035117) < 1e-6 && Math.abs(d![1] - 39.8) < 1e-6, `${c} ${d}`);
});

test('a last leg back to the beginning closes the ring; what it misses is told', () => {
  const made = traverse(reference, [...square, leg(270, 95)], { shape: 'polygon', tied: false });
  assert.ok(made.ok);
  assert.equal(positionsOf(made.geometry).length, 5);
  assert.ok(Math.abs(made.misclosureMetres - 5) < 0.1, String(made.misclosureMetres));
});

test('declination turns every bearing', () => {
  const turned = traverse(reference, [leg(355, 500)], { shape: 'line', tied: false, declinationDegrees: 5 });
  assert.ok(turned.ok);
  assert.ok(Math.abs(positionsOf(turned.geometry)[1]![0] - reference.lng) < 1e-7);
});

test('nonsense is refused', () => {
  const code = (legs: Leg[], shape: 'line' | 'polygon' = 'line', tied = false) => {
    const made = traverse(reference, legs, { shape, tied });
    return made.ok ? 'ok' : made.code;
  };
  assert.equal(code([]), 'too_few_vertices');
  assert.equal(code([leg(10, 50)], 'line', true), 'too_few_vertices');
  assert.equal(code([leg(0, 50)], 'polygon'), 'too_few_vertices');
  for (const bad of [leg(360, 50), leg(-1, 50), leg(Number.NaN, 50), leg(1, 0), leg(1, -5), leg(1, 20_001)])
    assert.equal(code([bad]), 'legs_unreadable');
  assert.equal(code([leg(45, 100), leg(180, 100), leg(315, 100)], 'polygon'), 'shape_crosses_itself');
  assert.equal(code(Array.from({ length: 101 }, () => leg(0, 1))), 'too_many_vertices');
  assert.equal(code(Array.from({ length: 12 }, () => leg(0, 20_000))), 'outside_area');
});

test('legs are read one a line, and nothing else is', () => {
  assert.deepEqual(parseLegs('045 120\n\n 90,5° 80 m \n180; 12.5'), [leg(45, 120), leg(90.5, 80), leg(180, 12.5)]);
  for (const text of ['north 100', '45', '45 120 7', '45 -3']) assert.equal(parseLegs(text), null, text);
});

test('the errors of the legs add up, and cover a walk that errs by as much', () => {
  assert.ok(
    Math.abs(legsErrorMetres([leg(0, 100), leg(0, 100)], { bearingErrorDegrees: 0, distanceErrorMetres: 5 }) - 10) <
      1e-9,
  );
  const legs = fc.array(
    fc.record({
      bearingDegrees: fc.double({ min: 0, max: 359, noNaN: true }),
      distanceMetres: fc.double({ min: 5, max: 400, noNaN: true }),
    }),
    { minLength: 1, maxLength: 8 },
  );
  fc.assert(
    fc.property(legs, fc.double({ min: -3, max: 3, noNaN: true }), (told, turn) => {
      const end = (declinationDegrees: number) => {
        const made = traverse(reference, told, { shape: 'line', tied: false, declinationDegrees });
        assert.ok(made.ok);
        return fromPosition(positionsOf(made.geometry).at(-1)!);
      };
      const bound = legsErrorMetres(told, { bearingErrorDegrees: Math.abs(turn), distanceErrorMetres: 0 });
      assert.ok(distanceMetres(end(0), end(turn)) <= bound + 0.1);
    }),
  );
});
