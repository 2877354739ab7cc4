import { fromPosition, type Geometry, type Position } from './lng-lat.ts';
import { type Box, mayReach, type Point, pointToBox, ringsContain, type Segment, segmentToBox } from './planar.ts';
import { type SquareId, squareIdAt, squareMetres } from './squares.ts';
import { toUtm } from './utm.ts';

/** Sphere against ellipsoid and the map scale differ by less than this: rather one square too many than one too few. */
const radiusFactor = 1.005;
const radiusMarginMetres = 1;
/** Straight in degrees is curved on the grid; after this length the gap is a few centimetres. */
const densifyDegrees = 0.01;
const mostSquares = 20_000;

const toPoint = (position: Position): Point => {
  const { eastMetres, northMetres } = toUtm(fromPosition(position));
  return [eastMetres, northMetres];
};

function segmentsOf(line: readonly Position[]): Segment[] {
  const points: Point[] = [];
  line.forEach((to, i) => {
    const from = line[i - 1];
    if (from) {
      const parts = Math.ceil(Math.max(Math.abs(to[0] - from[0]), Math.abs(to[1] - from[1])) / densifyDegrees);
      for (let k = 1; k < parts; k++) {
        points.push(toPoint([from[0] + ((to[0] - from[0]) * k) / parts, from[1] + ((to[1] - from[1]) * k) / parts]));
      }
    }
    points.push(toPoint(to));
  });
  return points.slice(1).map((point, i): Segment => [points[i]!, point]);
}

const closed = (ring: Position[]): Position[] => [...ring, ring[0]!];

/**
 * The 5 km squares of EPSG:32638 that a shape widened by `radius95Metres` touches: a disc about a point, a band along
 * a line, a polygon with its margin. A square's border belongs to it. Sorted, without repeats.
 * Throws a RangeError for a radius that is no length, an empty geometry or one of continental size.
 */
export function squaresTouched(geometry: Geometry, radius95Metres: number): SquareId[] {
  if (!(radius95Metres >= 0 && radius95Metres < 1_000_000)) throw new RangeError('The radius is no length.');
  const reach = radius95Metres * radiusFactor + radiusMarginMetres;
  const edges = geometry.type === 'Polygon' ? geometry.coordinates.flatMap((ring) => segmentsOf(closed(ring))) : [];
  const lines = geometry.type === 'LineString' ? segmentsOf(geometry.coordinates) : edges;
  const single = geometry.type === 'Point' ? toPoint(geometry.coordinates) : undefined;
  const vertices = single ? [single] : lines.flat();
  if (vertices.length === 0) throw new RangeError('The geometry has no extent.');

  const touches = (box: Box): boolean =>
    (single !== undefined && pointToBox(box, single) <= reach) ||
    lines.some((segment) => mayReach(box, segment, reach) && segmentToBox(box, segment) <= reach) ||
    ringsContain(edges, [box.minX, box.minY]);

  return boxesAround(vertices, reach)
    .filter(touches)
    .map((box) => squareIdAt({ eastMetres: box.minX, northMetres: box.minY }))
    .sort();
}

function boxesAround(vertices: readonly Point[], reach: number): Box[] {
  const index = (metres: number) => Math.floor(metres / squareMetres);
  const [xs, ys] = [vertices.map(([x]) => x), vertices.map(([, y]) => y)];
  const [x0, x1] = [
    index(xs.reduce((a, b) => Math.min(a, b)) - reach),
    index(xs.reduce((a, b) => Math.max(a, b)) + reach),
  ];
  const [y0, y1] = [
    index(ys.reduce((a, b) => Math.min(a, b)) - reach),
    index(ys.reduce((a, b) => Math.max(a, b)) + reach),
  ];
  if ((x1 - x0 + 1) * (y1 - y0 + 1) > mostSquares) throw new RangeError('The shape is too large for 5 km squares.');
  const boxes: Box[] = [];
  for (let x = x0; x <= x1; x++) {
    for (let y = y0; y <= y1; y++) {
      const [minX, minY] = [x * squareMetres, y * squareMetres];
      boxes.push({ minX, minY, maxX: minX + squareMetres, maxY: minY + squareMetres });
    }
  }
  return boxes;
}
