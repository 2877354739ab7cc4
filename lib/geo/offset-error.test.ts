import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { destination, distanceMetres } from './distance.ts';
import { fromPosition } from './lng-lat.ts';
import { distancePrecisionMetres, type OffsetTold, offsetErrorMetres, offsetStart, wedge } from './offset-error.ts';

const exact: OffsetTold = {
  distanceMetres: 2000,
  distanceErrorMetres: 0,
  directionErrorDegrees: 0,
  extentMetres: 0,
  coordinateErrorMetres: 0,
  datumErrorMetres: 0,
};

test('golden cases', () => {
  assert.equal(offsetErrorMetres(exact), 0);
  assert.equal(
    offsetErrorMetres({ ...exact, extentMetres: 500, coordinateErrorMetres: 100, datumErrorMetres: 110 }),
    710,
  );
  // chord of 22.5 degrees at 2 km: 2 d sin(angle / 2)
  const chord = 2 * 2000 * Math.sin((11.25 * Math.PI) / 180);
  assert.ok(Math.abs(offsetErrorMetres({ ...exact, directionErrorDegrees: 22.5 }) - chord) < 1e-6);
  // law of cosines at 2 km, 22.5 degrees, half a kilometre: sqrt(2000² + 2500² - 2·2000·2500·cos 22.5°)
  const corner = offsetErrorMetres({ ...exact, directionErrorDegrees: 22.5, distanceErrorMetres: 500 });
  assert.ok(Math.abs(corner - 1005.6) < 0.1, String(corner));
});

test('a distance is worth half its last digit', () => {
  const told = [2000, 2500, 1500, 150, 10_000, 1234, 0];
  assert.deepEqual(told.map(distancePrecisionMetres), [500, 50, 50, 5, 5000, 0.5, 0]);
});

test('the radius covers the whole outer wedge, and grows with every error', () => {
  const origin = { lng: 46.9, lat: 40.1 };
  const metres = fc.double({ min: 0, max: 3000, noNaN: true });
  const told = fc.record({
    distanceMetres: fc.double({ min: 100, max: 20_000, noNaN: true }),
    distanceErrorMetres: metres,
    directionErrorDegrees: fc.double({ min: 0, max: 45, noNaN: true }),
    extentMetres: metres,
    coordinateErrorMetres: metres,
    datumErrorMetres: fc.constantFrom(0, 110),
  });
  fc.assert(
    fc.property(told, fc.double({ min: 0, max: 359, noNaN: true }), (one, bearing) => {
      const radius = offsetErrorMetres(one);
      const end = destination(origin, bearing, one.distanceMetres);
      const corners = wedge(origin, bearing, one).coordinates[0]!.slice(0, 17);
      for (const corner of corners) assert.ok(distanceMetres(end, fromPosition(corner)) <= radius + 5);
      assert.ok(offsetErrorMetres({ ...one, extentMetres: one.extentMetres + 10 }) > radius);
    }),
    { numRuns: 200 },
  );
});

test('the start of an offset is found again from its end', () => {
  const metres = fc.double({ min: 50, max: 50_000, noNaN: true });
  const bearing = fc.double({ min: 0, max: 359.9, noNaN: true });
  fc.assert(
    fc.property(metres, bearing, (far, towards) => {
      const origin = { lng: 46.4, lat: 39.6 };
      assert.ok(distanceMetres(offsetStart(destination(origin, towards, far), towards, far), origin) < 2);
    }),
  );
});
