import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { changedCorner, cornersOf, fewestCorners, pressedCorner } from './corners.ts';
import type { Position } from './lng-lat.ts';

const square: Position[] = [
  [46, 40],
  [46.1, 40],
  [46.1, 40.1],
  [46, 40.1],
];

describe('corners of a drawn shape', () => {
  it('leave out the one that closes an area, and a point has none', () => {
    assert.deepEqual(cornersOf({ type: 'Polygon', coordinates: [[...square, square[0]!]] }), square);
    assert.deepEqual(cornersOf({ type: 'LineString', coordinates: square }), square);
    assert.deepEqual(cornersOf({ type: 'Point', coordinates: square[0]! }), []);
    assert.deepEqual([fewestCorners({ type: 'Polygon', coordinates: [] }), fewestCorners(null)], [3, 2]);
  });

  it('tell which one was moved or added', () => {
    const moved = square.with(2, [46.2, 40.2]);
    assert.equal(changedCorner(square, moved), 2);
    assert.equal(changedCorner(square, square.toSpliced(1, 0, [46.05, 40])), 1);
    assert.equal(changedCorner(square, [...square, [46, 40.05]]), 4);
    assert.equal(changedCorner(square, square.toSpliced(1, 1)), undefined);
    assert.equal(changedCorner(square, square), undefined);
  });

  it('are met by a press within 22 pixels, the nearest of them', () => {
    const corners = [
      { x: 100, y: 100 },
      { x: 130, y: 100 },
    ];
    assert.equal(pressedCorner(corners, { x: 118, y: 100 }), 1);
    assert.equal(pressedCorner(corners, { x: 100, y: 122 }), 0);
    assert.equal(pressedCorner(corners, { x: 100, y: 123 }), undefined);
    assert.equal(pressedCorner([], { x: 100, y: 123 }), undefined);
  });
});
