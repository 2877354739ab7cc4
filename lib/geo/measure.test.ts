import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { destination } from './distance.ts';
import { type LngLat, type Position, toPosition } from './lng-lat.ts';
import { areaSquareMetres, lengthMetres } from './measure.ts';

/** A rectangle on the ground, its corner at `at`. */
function rectangle(at: LngLat, eastMetres: number, northMetres: number): Position[] {
  const east = destination(at, 90, eastMetres);
  const corners = [at, east, destination(east, 0, northMetres), destination(at, 0, northMetres)];
  return [...corners, at].map(toPosition);
}

test('a field of 300 by 200 metres has an edge of a kilometre and six hectares', () => {
  const field = rectangle({ lng: 46.8, lat: 39.9 }, 300, 200);
  assert.ok(Math.abs(lengthMetres(field) - 1000) < 1);
  assert.ok(Math.abs(areaSquareMetres(field) - 60_000) < 60);
  assert.equal(lengthMetres(field.slice(0, 1)), 0);
});

test('an area is the same whichever way its ring runs and wherever it begins, closed or not', () => {
  const metres = fc.integer({ min: 10, max: 20_000 });
  const place = fc.record({ lng: fc.double({ min: 45, max: 48, noNaN: true }), lat: fc.constantFrom(38.5, 39.9, 41) });
  fc.assert(
    fc.property(place, metres, metres, fc.integer({ min: 0, max: 3 }), (at, east, north, from) => {
      const ring = rectangle(at, east, north);
      const whole = areaSquareMetres(ring);
      const open = ring.slice(0, -1);
      const turned = [...open.slice(from), ...open.slice(0, from)];
      assert.ok(Math.abs(whole / (east * north) - 1) < 0.01);
      for (const one of [open, turned, turned.toReversed()])
        assert.ok(Math.abs(areaSquareMetres(one) / whole - 1) < 1e-6);
    }),
  );
});
