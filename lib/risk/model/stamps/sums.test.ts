import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { plainHexGrid } from '../../../geo/hex-grid.ts';
import { seededRandom } from '../../../seeded-random.ts';
import { box } from '../testing.ts';
import { decay } from './decay.ts';
import { piecesOf } from './pieces.ts';
import { addDated, liftsAt, mapOf, massesOf, rollingSums } from './rolling-sums.ts';

const GRID = plainHexGrid([box(46, 39, 48, 40.5)], 4e6);

describe('kernel sums on a plain grid', () => {
  const random = seededRandom(5);
  const points = Array.from({ length: 40 }, () => {
    const [x, y] = GRID.plane.toPlane([46.2 + 1.6 * random(), 39.2 + 1.1 * random()]);
    return { x, y, radius: [40, 900, 3_000][Math.floor(random() * 3)]!, weight: 1 };
  });

  for (const h of [800, 2_000, 6_000, 20_000])
    it(`at h ${h} m are within 0.5 % of the maximum of an exact computation`, () => {
      const rolling = rollingSums(GRID, [h], [0], ['all'], 0);
      for (const point of points)
        addDated(rolling, { pieces: () => [point], startDay: 0, endDay: 0, group: 'all', weight: 1 });
      const cells = Array.from({ length: 150 }, (_, i) => (i * 53) % GRID.size);
      const total = massesOf(rolling)[0]!;
      const found = liftsAt(rolling, cells);
      const exact = cells.map((cell) => points.reduce((sum, point) => sum + exactMass(h, point, cell), 0));
      const scale = (total * GRID.meanArea) / GRID.totalArea;
      const most = Math.max(...exact);
      for (const [i, value] of exact.entries()) {
        const error = Math.abs(found[i]! * scale - value) / most;
        assert.ok(error < 0.005, `cell ${cells[i]}: ${(100 * error).toFixed(3)} %`);
      }
    });
});

// Mass in a cell by plain sums over points of the hexagon and of the error disc.
function exactMass(h: number, { x, y, radius }: { x: number; y: number; radius: number }, cell: number): number {
  const corners = GRID.corners(cell);
  const [cx, cy] = [GRID.x[cell]!, GRID.y[cell]!];
  if (Math.hypot(cx - x, cy - y) > 6 * h + radius + 3_000) return 0;
  let [sum, count] = [0, 0];
  for (const [k, [ax, ay]] of corners.entries()) {
    const [bx, by] = corners[(k + 1) % 6]!;
    for (let u = 0; u < 6; u++)
      for (let v = 0; u + v < 6; v++)
        for (const third of u + v < 5 ? [1 / 3, 2 / 3] : [1 / 3]) {
          const [p, q] = [(u + third) / 6, (v + third) / 6];
          const px = cx + p * (ax - cx) + q * (bx - cx);
          const py = cy + p * (ay - cy) + q * (by - cy);
          for (let ring = 0; ring < 8; ring++)
            for (let turn = 0; turn < 12; turn++) {
              const rho = radius * Math.sqrt((ring + 0.5) / 8);
              const angle = ((turn + 0.5) * Math.PI) / 6;
              const [dx, dy] = [px - x - rho * Math.cos(angle), py - y - rho * Math.sin(angle)];
              sum += Math.exp(-(dx * dx + dy * dy) / (2 * h * h));
              count++;
            }
        }
  }
  return (sum / count / (2 * Math.PI * h * h)) * GRID.area[cell]!;
}

describe('sums that move through time', () => {
  const clue = {
    pieces: () => [{ x: 0, y: 0, radius: 50, weight: 1 }],
    startDay: 10,
    endDay: 40,
    group: 'all',
    weight: 0.7,
  };

  it('forget a clue that is taken out', () => {
    const rolling = rollingSums(GRID, [2_000, 20_000], [0, 365], ['all'], 50);
    addDated(rolling, clue);
    addDated(rolling, clue, -1);
    for (const sums of rolling.sums) assert.ok(sums.every((value) => value === 0));
  });

  it('give a map of mass 1', () => {
    const rolling = rollingSums(GRID, [2_000, 20_000], [0, 365], ['all'], 50);
    addDated(rolling, clue);
    const mass = mapOf(rolling, [0.2, 0.3, 0.2, 0.2], 0.1).reduce((a, b) => a + b, 0);
    assert.ok(Math.abs(mass - 1) < 1e-9);
  });
});

describe('decay over an uncertain date', () => {
  it('is the mean of daily decay', () => {
    let mean = 0;
    for (let i = 0; i < 100_000; i++) mean += 2 ** (-(1_000 - (100 + (600 * (i + 0.5)) / 100_000)) / 365) / 100_000;
    assert.ok(Math.abs(decay(100, 700, 1_000, 365) - mean) < 1e-9);
  });

  it('is a half after one half-life, and 1 for ever without one', () => {
    assert.equal(decay(0, 0, 365, 365), 0.5);
    assert.equal(decay(0, 900, 1e6, 0), 1);
    assert.ok(Math.abs(decay(0, 1e-6, 365, 365) - 0.5) < 1e-9);
  });
});

describe('pieces of a geometry', () => {
  it('of an area keep its weight, its centre and its spread', () => {
    const pieces = piecesOf({ type: 'area', rings: box(46.9, 39.7, 47, 39.78), radiusMetres: 10 }, GRID.plane, 600);
    const [cx, cy] = GRID.plane.toPlane([46.95, 39.74]);
    const mean = (value: (p: (typeof pieces)[number]) => number) =>
      pieces.reduce((sum, p) => sum + p.weight * value(p), 0);
    assert.ok(Math.abs(mean(() => 1) - 1) < 1e-12);
    assert.ok(Math.abs(mean(({ x }) => x) - cx) < 30 && Math.abs(mean(({ y }) => y) - cy) < 30);
    const width = GRID.plane.toPlane([47, 39.74])[0] - GRID.plane.toPlane([46.9, 39.74])[0];
    const spread = mean(({ x, radius }) => (x - cx) ** 2 + radius ** 2 / 4);
    assert.ok(Math.abs(spread / (width ** 2 / 12) - 1) < 0.01);
  });

  it('of a line lie on it, no farther apart than half a scale', () => {
    const pieces = piecesOf({ type: 'line', coordinates: [[46.9, 39.7], [47, 39.7]], radiusMetres: 10 }, GRID.plane, 1_000); // biome-ignore format: short
    for (let i = 1; i < pieces.length; i++)
      assert.ok(Math.hypot(pieces[i]!.x - pieces[i - 1]!.x, pieces[i]!.y - pieces[i - 1]!.y) <= 500);
    assert.ok(Math.abs(pieces.reduce((sum, { weight }) => sum + weight, 0) - 1) < 1e-12);
  });
});
