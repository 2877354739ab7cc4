import assert from 'node:assert/strict';
import { test } from 'node:test';
import { distanceMetres } from './distance.ts';
import { formatDecimal } from './format-coordinates.ts';
import { fromPosition } from './lng-lat.ts';
import { placeScan, type ScanTold } from './place-scan.ts';
import { fromUtm } from './utm.ts';

/** 5 m a pixel, north up. */
const at = (x: number, y: number) => fromUtm({ eastMetres: 650_000 + 5 * x, northMetres: 4_440_000 - 5 * y });
const point = (x: number, y: number) => `${x} ${y} = ${formatDecimal(at(x, y), 6)}`;
const told: ScanTold = {
  points: [point(0, 0), point(800, 10), point(790, 600), point(20, 590)].join('\n'),
  feature: '100 100\n400 300',
  kind: 'line',
  datum: 'wgs84',
  drawingErrorMetres: 40,
};

test('a feature is read off where it lies, its error the sum of fit, datum and drawing', () => {
  const placed = placeScan(told);
  assert.ok(placed.ok && placed.geometry.type === 'LineString');
  assert.ok(distanceMetres(fromPosition(placed.geometry.coordinates[1]!), at(400, 300)) < 1);
  assert.ok(placed.uncertaintyMetres >= 40 && placed.uncertaintyMetres <= 42, String(placed.uncertaintyMetres));
  const unknown = placeScan({ ...told, datum: 'unknown' });
  assert.ok(unknown.ok && unknown.uncertaintyMetres === placed.uncertaintyMetres + 110);
});

test('three points give the error of an old map, since they can not tell their own', () => {
  const placed = placeScan({ ...told, points: told.points.split('\n').slice(0, 3).join('\n') });
  assert.ok(placed.ok && placed.uncertaintyMetres === 540);
});

test('what can not be read is named by field and line', () => {
  const refused = (more: Partial<ScanTold>) => {
    const placed = placeScan({ ...told, ...more });
    return placed.ok ? 'placed' : [placed.field, placed.code, placed.line].join(' ').trim();
  };
  assert.equal(refused({ points: `${point(0, 0)}\nmill = 40.1, 46.9` }), 'points pixels_unreadable 2');
  assert.equal(refused({ points: '0 0 = 46.9, 40.1' }), 'points swapped 1');
  assert.equal(refused({ points: point(0, 0) }), 'points too_few_points');
  assert.equal(refused({ feature: '1' }), 'feature pixels_unreadable 1');
  assert.equal(refused({ feature: '1 2' }), 'feature too_few_vertices');
});
