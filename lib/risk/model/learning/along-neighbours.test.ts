import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { drawnAlongNeighbours } from './along-neighbours.ts';

const placeAt = (x: number, y: number) => ({
  x,
  y,
  clues: [{ pieces: () => [{ x, y, radius: 50, weight: 1 }], startDay: 0, endDay: 0, group: 'g', weight: 1 }],
});

describe('kernels along neighbours', () => {
  // Every 4 km from west-south-west to east-north-east.
  const line = Array.from({ length: 9 }, (_, i) => placeAt(4_000 * i, 1_000 * i));
  const piecesOfMiddle = (scale: number, places = line) => drawnAlongNeighbours(places)[4]!.pieces(scale);

  it('are drawn out along a line of places, about the same middle and with the same mass', () => {
    const pieces = piecesOfMiddle(4_000);
    const mean = (of: (piece: { x: number; y: number }) => number) =>
      pieces.reduce((sum, piece) => sum + piece.weight * of(piece), 0);
    assert.ok(Math.abs(pieces.reduce((sum, { weight }) => sum + weight, 0) - 1) < 1e-12);
    assert.ok(Math.abs(mean(({ x }) => x) - 16_000) < 1e-6 && Math.abs(mean(({ y }) => y) - 4_000) < 1e-6);
    const [east, north] = [mean(({ x }) => (x - 16_000) ** 2), mean(({ y }) => (y - 4_000) ** 2)];
    assert.ok(east > 4_000 ** 2 && Math.abs(Math.sqrt(north / east) - 0.25) < 0.06, `${east} ${north}`);
  });

  it('stay round within a field, without neighbours, and among neighbours all around', () => {
    assert.equal(piecesOfMiddle(200).length, 1);
    assert.equal(drawnAlongNeighbours([placeAt(0, 0), placeAt(90_000, 0)])[0]!.pieces(4_000).length, 1);
    const around = Array.from({ length: 8 }, (_, i) =>
      placeAt(6_000 * Math.cos((i * Math.PI) / 4), 6_000 * Math.sin((i * Math.PI) / 4)),
    );
    assert.equal(drawnAlongNeighbours([placeAt(0, 0), ...around])[0]!.pieces(4_000).length, 1);
  });

  it('do not follow a crowd at one spot more than one place there', () => {
    const crowd = Array.from({ length: 50 }, () => placeAt(16_000, 12_000));
    assert.deepEqual(
      piecesOfMiddle(4_000, [...line, ...crowd]),
      piecesOfMiddle(4_000, [...line, placeAt(16_000, 12_000)]),
    );
  });
});
