import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { applyAffine, type ControlPoint, fitControlPoints } from './control-points.ts';
import { distanceMetres } from './distance.ts';
import { fromUtm } from './utm.ts';

/** A scan at 10 m a pixel, turned and sheared. */
const truth = { a: 9.8, b: 1.2, c: 650_000, d: 0.9, e: -10.1, f: 4_440_000 };
const marked = (x: number, y: number, offEast = 0, offNorth = 0): ControlPoint => ({
  ...{ x, y },
  lngLat: fromUtm({
    eastMetres: truth.a * x + truth.b * y + truth.c + offEast,
    northMetres: truth.d * x + truth.e * y + truth.f + offNorth,
  }),
});
const corners: [number, number][] = [
  [10, 20],
  [900, 40],
  [880, 700],
  [30, 650],
  [400, 300],
];

test('a known transform is recovered', () => {
  const fitted = fitControlPoints(corners.map(([x, y]) => marked(x, y)));
  assert.ok(fitted.ok);
  for (const key of ['a', 'b', 'd', 'e'] as const) assert.ok(Math.abs(fitted.fit.affine[key] - truth[key]) < 1e-4, key);
  assert.ok(fitted.fit.rmseMetres! < 0.01 && fitted.fit.leaveOneOutMetres! < 0.01);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 800 }), (x, y) => {
      assert.ok(distanceMetres(applyAffine(fitted.fit.affine, x, y), marked(x, y).lngLat) < 0.1);
    }),
  );
});

test('one wrong point shows in its residual, and more so when it is left out', () => {
  const fitted = fitControlPoints(corners.map(([x, y], i) => (i === 4 ? marked(x, y, 80, -60) : marked(x, y))));
  assert.ok(fitted.ok);
  const { residuals, rmseMetres, leaveOneOutMetres } = fitted.fit;
  assert.equal(residuals.indexOf(Math.max(...residuals)), 4);
  const rms = Math.sqrt(residuals.reduce((sum, r) => sum + r * r, 0) / residuals.length);
  assert.ok(leaveOneOutMetres! > rms && rmseMetres! > rms, `${rms} ${rmseMetres} ${leaveOneOutMetres}`);
});

test('three points fit exactly and say nothing of their error', () => {
  const fitted = fitControlPoints(corners.slice(0, 3).map(([x, y]) => marked(x, y)));
  assert.ok(fitted.ok && fitted.fit.rmseMetres === null && fitted.fit.leaveOneOutMetres === null);
});

test('degenerate points are refused', () => {
  const code = (points: ControlPoint[]) => {
    const fitted = fitControlPoints(points);
    return fitted.ok ? 'fitted' : fitted.code;
  };
  assert.equal(code([marked(0, 0), marked(10, 10)]), 'too_few_points');
  assert.equal(code([marked(0, 0), marked(100, 101), marked(200, 200), marked(300, 300)]), 'points_on_a_line');
  assert.equal(code([marked(0, 0), marked(0, 0), marked(100, 20)]), 'points_repeated');
  const one = marked(5, 5).lngLat;
  assert.equal(code(corners.map(([x, y]) => ({ x, y, lngLat: one }))), 'points_on_a_line');
});
