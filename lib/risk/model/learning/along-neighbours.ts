import type { Piece } from '../stamps/pieces.ts';
import type { DatedClue } from '../stamps/rolling-sums.ts';

type Spot = { x: number; y: number };

// How far neighbours tell of the direction in which a hazard runs: some villages along a front, a road, a river or a border.
const REACH_METRES = 10_000;
// Neighbours count by squares of this side, since a crowd in one of them says no more of a direction than one of it does.
const SQUARE_METRES = 2_000;
// A kernel is drawn out to this many times its scale at most.
const MOST_DRAWN = 4;
// The narrowest kernels lie within one field, the widest reach past what neighbours tell of.
const DRAWN_SCALES_METRES = [900, 16_000] as const;

/**
 * Clues with their kernels drawn out along the direction in which other places lie around each (manifold Parzen windows, Vincent
 * and Bengio 2003): mines were laid in lines, and between two incidents of a line the next field is likelier than beside them.
 * One direction alike in all, or too few neighbours, leave a kernel round.
 */
export function drawnAlongNeighbours(places: readonly (Spot & { clues: readonly DatedClue[] })[]): DatedClue[] {
  const squares = new Map<string, Spot>();
  const middle = (v: number) => (Math.floor(v / SQUARE_METRES) + 0.5) * SQUARE_METRES;
  for (const at of places) {
    const [x, y] = [middle(at.x), middle(at.y)];
    squares.set(`${x} ${y}`, { x, y });
  }
  const around = neighboursIn([...squares.values()], 3 * REACH_METRES);
  return places.flatMap(({ x, y, clues }) => {
    const { angle, ratio } = directionOf({ x, y }, around({ x, y }));
    if (ratio < 1.2) return clues;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    return clues.map((clue) => ({
      ...clue,
      pieces: (scale: number) => drawn(clue.pieces(scale), scale, ratio, cos, sin),
    }));
  });
}

const MOST_STEPS = 12;

// Points along the axis, to two deviations each way and about a scale apart, which a kernel of that scale cannot tell from a line.
function drawn(pieces: Piece[], scale: number, ratio: number, cos: number, sin: number): Piece[] {
  if (scale < DRAWN_SCALES_METRES[0] || scale > DRAWN_SCALES_METRES[1]) return pieces;
  const deviation = scale * Math.sqrt(ratio * ratio - 1);
  const steps = Math.min(MOST_STEPS, Math.ceil((4 * deviation) / scale));
  const offsets = Array.from({ length: steps + 1 }, (_, i) => (4 * i) / steps - 2);
  const shares = offsets.map((t) => Math.exp((-t * t) / 2));
  const whole = shares.reduce((sum, one) => sum + one, 0);
  return pieces.flatMap(({ x, y, radius, weight }) =>
    offsets.map((t, i) => {
      const share = shares[i]! / whole;
      return { x: x + t * deviation * cos, y: y + t * deviation * sin, radius, weight: weight * share };
    }),
  );
}

/** Main axis of the neighbours' spread about a place and how many times longer than broad it is; one round neighbour counts beforehand. */
function directionOf({ x, y }: Spot, neighbours: readonly Spot[]): { angle: number; ratio: number } {
  const before = REACH_METRES ** 2 / 4;
  let [weight, xx, yy, xy] = [1, before, before, 0];
  for (const neighbour of neighbours) {
    const [dx, dy] = [neighbour.x - x, neighbour.y - y];
    const near = Math.exp(-(dx * dx + dy * dy) / (2 * REACH_METRES ** 2));
    weight += near;
    xx += near * dx * dx;
    yy += near * dy * dy;
    xy += near * dx * dy;
  }
  const [middle, half] = [(xx + yy) / 2 / weight, Math.hypot((xx - yy) / 2, xy) / weight];
  return {
    angle: Math.atan2(2 * xy, xx - yy) / 2,
    ratio: Math.min(MOST_DRAWN, Math.sqrt((middle + half) / Math.max(middle - half, 1))),
  };
}

function neighboursIn(spots: readonly Spot[], reach: number): (at: Spot) => Spot[] {
  const bin = (v: number) => Math.floor(v / reach);
  const bins = Map.groupBy(spots, ({ x, y }) => `${bin(x)} ${bin(y)}`);
  return (at) =>
    [-1, 0, 1]
      .flatMap((row) => [-1, 0, 1].flatMap((column) => bins.get(`${bin(at.x) + column} ${bin(at.y) + row}`) ?? []))
      .filter(({ x, y }) => (x - at.x) ** 2 + (y - at.y) ** 2 < reach * reach);
}
