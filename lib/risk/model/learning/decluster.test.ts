import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nearestCell, plainHexGrid } from '../../../geo/hex-grid.ts';
import { box } from '../testing.ts';
import { decluster } from './decluster.ts';

describe('declustering', () => {
  const grid = plainHexGrid([box(46, 39, 47, 40)], 4e6);
  const placeAt = (lng: number, lat: number) => {
    const [x, y] = grid.plane.toPlane([lng, lat]);
    const pieces = () => [{ x, y, radius: 50, weight: 1 }];
    return { cell: nearestCell(grid, x, y, 3_000), clues: [{ pieces, startDay: 0, endDay: 0, group: 'g', weight: 1 }] };
  };

  it('gives a crowd together the root of its number, against one lonely place, and means 1', () => {
    const crowd = Array.from({ length: 10 }, () => placeAt(46.3, 39.5));
    const weights = decluster(grid, [...crowd, placeAt(46.7, 39.5)]);
    const together = weights.slice(0, 10).reduce((sum, one) => sum + one, 0);
    assert.ok(Math.abs(together / weights[10]! - Math.sqrt(10)) < 0.3, `${together} against ${weights[10]}`);
    assert.ok(Math.abs(weights.reduce((sum, one) => sum + one, 0) / 11 - 1) < 1e-12);
  });

  it('leaves places far from each other alike', () => {
    const weights = decluster(grid, [placeAt(46.2, 39.2), placeAt(46.5, 39.5), placeAt(46.8, 39.8)]);
    for (const one of weights) assert.ok(Math.abs(one - 1) < 0.2);
  });
});
