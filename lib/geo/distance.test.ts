import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { bboxContains, bboxOf } from './bbox.ts';
import { bearingDegrees, destination, distanceMetres } from './distance.ts';
import { graticule } from './graticule.ts';
import { offsetFrom, offsetOf } from './offset.ts';
import { gpsUncertaintyMetres, offsetUncertaintyMetres, pinUncertaintyMetres } from './uncertainty.ts';

const shusha = { lat: 39.7601, lng: 46.7499 };
const khankendi = { lat: 39.8177, lng: 46.7528 };

describe('distance', () => {
  test('Shusha to Khankendi is 6.4 km, to the north', () => {
    assert.ok(Math.abs(distanceMetres(shusha, khankendi) - 6410) < 30, `${distanceMetres(shusha, khankendi)}`);
    const bearing = bearingDegrees(shusha, khankendi);
    assert.ok(bearing > 0 && bearing < 5, `${bearing}`);
  });

  test('the two places called Horadiz lie eight kilometres apart', () => {
    const metres = distanceMetres({ lat: 39.4502, lng: 47.335 }, { lat: 39.4514, lng: 47.2403 });
    assert.ok(metres > 7900 && metres < 8300, `${metres}`);
  });

  test('property: destination is as far and in the direction asked', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 359 }), fc.integer({ min: 10, max: 100_000 }), (bearing, metres) => {
        const there = destination(shusha, bearing, metres);
        assert.ok(Math.abs(distanceMetres(shusha, there) - metres) < 0.5);
        const turned = Math.abs(bearingDegrees(shusha, there) - bearing) % 360;
        assert.ok(Math.min(turned, 360 - turned) < 0.01);
      }),
    );
  });

  test('an offset adds up its errors', () => {
    assert.equal(offsetUncertaintyMetres(1000, 0), 500);
    assert.equal(offsetUncertaintyMetres(4000, 0), 1000);
    const { lngLat, uncertaintyMetres } = offsetFrom(shusha, 2000, { bearingDegrees: 0, distanceMetres: 2000 });
    assert.equal(uncertaintyMetres, 2500);
    const back = offsetOf(shusha, lngLat);
    assert.ok(
      Math.abs(back.distanceMetres - 2000) < 0.5 && Math.abs(Math.sin((back.bearingDegrees * Math.PI) / 180)) < 1e-6,
    );
  });

  test('a pin far out is less certain, and no position is better than its floor', () => {
    assert.equal(pinUncertaintyMetres(18, 40), 50);
    assert.ok(pinUncertaintyMetres(10, 40) > 1000);
    assert.equal(gpsUncertaintyMetres(3), 10);
    assert.equal(gpsUncertaintyMetres(35), 35);
    assert.equal(gpsUncertaintyMetres(null), 100);
  });

  test('a box holds its border, and the graticule stays in it', () => {
    const box = bboxOf([
      [46, 39],
      [47, 40.2],
    ]);
    assert.ok(bboxContains(box, { lng: 46, lat: 40.2 }));
    assert.ok(!bboxContains(box, { lng: 45.99, lat: 40 }));
    const lines = graticule(box, 0.5);
    assert.deepEqual(
      lines.map(({ kind, degrees }) => `${kind} ${degrees}`),
      ['meridian 46', 'meridian 46.5', 'meridian 47', 'parallel 39', 'parallel 39.5', 'parallel 40'],
    );
    assert.throws(() => bboxOf([]), RangeError);
  });
});
