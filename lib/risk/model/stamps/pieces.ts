import type { Plane, Point } from '../../../geo/hex-plane.ts';
import { boundsOf, overlap } from '../../../geo/hex-shape.ts';
import { withoutRepeatedEnd } from '../check-input.ts';
import type { ClueGeometry } from '../clue.ts';

/** A clue's place as weighted discs (weights sum to 1) in the plane: centre and radius in metres. */
export type Piece = { x: number; y: number; weight: number; radius: number };

const MOST_PIECES = 4_000;
// A square of side s has the second moment s^2/12 per axis, a disc r^2/4.
const SQUARE_AS_DISC = Math.sqrt(1 / 3);

/**
 * Splits a clue's geometry so finely that a kernel of scale h cannot tell: a line into points every h/2,
 * an area into clipped squares of side h/2, each at its centroid with its own extent folded into the radius.
 */
export function piecesOf(geometry: ClueGeometry, plane: Plane, scaleMetres: number): Piece[] {
  if (geometry.type === 'point') {
    const [x, y] = plane.toPlane([geometry.lng, geometry.lat]);
    return [{ x, y, weight: 1, radius: geometry.radiusMetres }];
  }
  if (geometry.type === 'line')
    return linePieces(geometry.coordinates.map(plane.toPlane), scaleMetres / 2, geometry.radiusMetres);
  const rings = geometry.rings.map((ring) => withoutRepeatedEnd(ring).map(plane.toPlane));
  return areaPieces(rings, scaleMetres / 2, geometry.radiusMetres);
}

function linePieces(points: Point[], step: number, radius: number): Piece[] {
  const lengths = points.slice(1).map((to, i) => Math.hypot(to[0] - points[i]![0], to[1] - points[i]![1]));
  const total = lengths.reduce((sum, length) => sum + length, 0);
  if (total === 0) return [{ x: points[0]![0], y: points[0]![1], weight: 1, radius }];
  const spacing = Math.max(step, total / MOST_PIECES);
  const pieces: Piece[] = [];
  for (const [i, length] of lengths.entries()) {
    const count = Math.ceil(length / spacing);
    const [[x1, y1], [x2, y2]] = [points[i]!, points[i + 1]!];
    for (let k = 0; k < count; k++) {
      const t = (k + 0.5) / count;
      pieces.push({ x: x1 + t * (x2 - x1), y: y1 + t * (y2 - y1), weight: length / total / count, radius });
    }
  }
  return pieces;
}

function areaPieces(rings: Point[][], step: number, radius: number): Piece[] {
  const [minX, minY, maxX, maxY] = boundsOf(rings[0]!);
  const side = Math.max(step, Math.sqrt(((maxX - minX) * (maxY - minY)) / MOST_PIECES), 1);
  const pieces: Piece[] = [];
  let total = 0;
  for (let y = minY; y < maxY; y += side)
    for (let x = minX; x < maxX; x += side) {
      const square: Point[] = [
        [x, y],
        [x + side, y],
        [x + side, y + side],
        [x, y + side],
      ];
      const part = overlap(rings, square);
      if (!part) continue;
      const own = SQUARE_AS_DISC * Math.sqrt(part.area);
      total += part.area;
      pieces.push({ x: part.x, y: part.y, weight: part.area, radius: Math.hypot(radius, own) });
    }
  if (!pieces.length) return [{ x: minX, y: minY, weight: 1, radius }];
  for (const piece of pieces) piece.weight /= total;
  return pieces;
}
