import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { scaledBesselI0, stampProfile, valueAt } from './kernel.ts';

// Independent: the disc cut into rings and angles, each a plain Gaussian, averaged over the hexagon's own sub-triangles.
function bruteForce(variance: number, radius: number, cellArea: number, d: number): number {
  const side = Math.sqrt((2 * cellArea) / (3 * Math.sqrt(3)));
  const cell: [number, number][] = [];
  for (let k = 0; k < 6; k++) {
    const at = (i: number) => [side * Math.cos((i * Math.PI) / 3), side * Math.sin((i * Math.PI) / 3)] as const;
    const [[ax, ay], [bx, by]] = [at(k), at(k + 1)];
    for (let u = 0; u < 6; u++)
      for (let v = 0; u + v < 6; v++) {
        const [p, q] = [(u + 1 / 3) / 6, (v + 1 / 3) / 6];
        cell.push([p * ax + q * bx, p * ay + q * by]);
        if (u + v < 5)
          cell.push([((u + 2 / 3) / 6) * ax + ((v + 2 / 3) / 6) * bx, ((u + 2 / 3) / 6) * ay + ((v + 2 / 3) / 6) * by]);
      }
  }
  let sum = 0;
  let count = 0;
  for (const [x, y] of cell)
    for (let ring = 0; ring < 60; ring++)
      for (let turn = 0; turn < 60; turn++) {
        const rho = radius * Math.sqrt((ring + 0.5) / 60);
        const angle = ((turn + 0.5) * 2 * Math.PI) / 60;
        const dx = d + x - rho * Math.cos(angle);
        const dy = y - rho * Math.sin(angle);
        sum += Math.exp(-(dx * dx + dy * dy) / (2 * variance)) / (2 * Math.PI * variance);
        count++;
      }
  return (sum / count) * cellArea;
}

describe('the radial profile of a stamp', () => {
  for (const [h, radius, cellArea] of [
    [600, 50, 737_000],
    [600, 600, 737_000],
    [600, 2_000, 737_000],
    [1_500, 500, 737_000],
    [1_500, 9_000, 737_000],
    [2_000, 50, 25e6],
    [2_000, 2_000, 25e6],
    [150, 1_000, 105_000],
  ] as const)
    it(`h ${h} m, disc ${radius} m, cell ${cellArea} sq m: within 0.5 % of the maximum of a brute-force sum`, () => {
      const profile = stampProfile(h * h, radius, cellArea);
      const most = bruteForce(h * h, radius, cellArea, 0);
      for (let step = 0; step <= 20; step++) {
        const d = (step / 20) * (radius + 3 * h);
        const error = Math.abs(valueAt(profile, d * d) - bruteForce(h * h, radius, cellArea, d)) / most;
        assert.ok(error < 0.005, `at ${d} m the error is ${(100 * error).toFixed(3)} %`);
      }
    });

  // h, r, d, f(d): 1 - Q1(d/h, r/h) as the non-central chi-square's Poisson mixture, summed to 400 terms by a separate script.
  for (const [h, radius, d, density] of [
    [600, 2_000, 0, 7.92698314e-8],
    [600, 2_000, 1_500, 5.924241122e-8],
    [600, 2_000, 2_000, 3.497013047e-8],
    [600, 2_000, 3_000, 2.925060629e-9],
    [1_500, 500, 1_000, 5.54336116e-8],
    [1_500, 9_000, 9_000, 1.833769567e-9],
    [1_000, 1_000, 500, 1.137275927e-7],
  ] as const)
    it(`gives the disc kernel's density at h ${h} m, r ${radius} m, d ${d} m`, () => {
      const value = valueAt(stampProfile(h * h, radius, 1), d * d);
      const most = valueAt(stampProfile(h * h, radius, 1), 0);
      assert.ok(Math.abs(value - density) / most < 1e-3, `${value} against ${density}`);
    });

  it('holds mass 1 over the plane', () => {
    for (const radius of [10, 400, 3_000]) {
      const profile = stampProfile(600 ** 2, radius, 737_000);
      let mass = 0;
      const step = profile.reach / 4_000;
      for (let d = step / 2; d < profile.reach; d += step)
        mass += (valueAt(profile, d * d) / 737_000) * 2 * Math.PI * d * step;
      assert.ok(Math.abs(mass - 1) < 1e-3, `mass ${mass} at radius ${radius}`);
    }
  });

  it('uses the Bessel function of the tables', () => {
    // Abramowitz & Stegun table 9.8: e^-x I0(x).
    for (const [x, value] of [
      [0, 1],
      [1, 0.4657596077],
      [5, 0.1835408126],
      [10, 0.1278333372],
    ] as const)
      assert.ok(Math.abs(scaledBesselI0(x) - value) < 2e-7);
  });
});
