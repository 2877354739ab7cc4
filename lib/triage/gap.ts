import { fromPosition, type Geometry, type Position } from '../geo/lng-lat.ts';
import { type Point, pointToSegment, ringsContain, type Segment } from '../geo/planar.ts';
import { toUtm } from '../geo/utm.ts';

const toPoint = (position: Position): Point => {
  const { eastMetres, northMetres } = toUtm(fromPosition(position));
  return [eastMetres, northMetres];
};

/** Points and edges on the plane of UTM zone 38N; a point is an edge of no length. */
function edgesOf(geometry: Geometry): Segment[] {
  if (geometry.type === 'Point') {
    const point = toPoint(geometry.coordinates);
    return [[point, point]];
  }
  const lines = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates;
  return lines.flatMap((line) => line.slice(1).map((to, i): Segment => [toPoint(line[i]!), toPoint(to)]));
}

const cross = (segments: readonly Segment[], others: readonly Segment[]) =>
  segments.some(([a, b]) =>
    others.some(([c, d]) => side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0),
  );
const side = ([ax, ay]: Point, [bx, by]: Point, [x, y]: Point) =>
  Math.sign((bx - ax) * (y - ay) - (by - ay) * (x - ax));

function nearest(points: readonly Segment[], segments: readonly Segment[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (const [p, q] of points)
    for (const segment of segments) least = Math.min(least, pointToSegment(p, segment), pointToSegment(q, segment));
  return least;
}

/** Least distance in metres between two shapes; 0 when they meet or one lies in the other. */
export function gapMetres(a: Geometry, b: Geometry): number {
  const [ea, eb] = [edgesOf(a), edgesOf(b)];
  const inside = (g: Geometry, own: Segment[], other: Segment[]) =>
    g.type === 'Polygon' && ringsContain(own, other[0]![0]);
  if (inside(a, ea, eb) || inside(b, eb, ea) || cross(ea, eb)) return 0;
  return Math.min(nearest(ea, eb), nearest(eb, ea));
}
