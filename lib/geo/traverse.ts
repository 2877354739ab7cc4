import { type Area, defaultArea } from './area.ts';
import { bboxContains } from './bbox.ts';
import { destination, distanceMetres, toRadians } from './distance.ts';
import { crossesItself } from './hex-shape.ts';
import { type LineGeometry, type LngLat, type PolygonGeometry, type Position, toPosition } from './lng-lat.ts';

/** Degrees clockwise from north, 0 to below 360. */
export type Leg = { bearingDegrees: number; distanceMetres: number };

export const traverseShapes = ['line', 'polygon'] as const;
export type TraverseShape = (typeof traverseShapes)[number];

export type TraverseError =
  | 'legs_unreadable'
  | 'too_few_vertices'
  | 'too_many_vertices'
  | 'shape_crosses_itself'
  | 'outside_area';

const mostLegs = 100;
const longestLegMetres = 20_000;
/** A walk that ends this near its beginning was meant to close; the gap is its misclosure. */
const closingShare = 0.05;
const closingFloorMetres = 10;

/** One leg a line: bearing in degrees, then metres ("045 120", "45.5° 120 m"). Null at the first line that is none. */
export function parseLegs(text: string): Leg[] | null {
  const legs: Leg[] = [];
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '') continue;
    const found = /^\s*(\d{1,3}(?:[.,]\d+)?)\s*°?[\s;]+(\d{1,5}(?:[.,]\d+)?)\s*[mм]?\.?\s*$/u.exec(line);
    if (!found) return null;
    const [bearingDegrees, distanceMetres] = [found[1], found[2]].map((one) => Number(one!.replace(',', '.')));
    legs.push({ bearingDegrees: bearingDegrees!, distanceMetres: distanceMetres! });
  }
  return legs;
}

type Options = {
  shape: TraverseShape;
  /** The first leg only leads from the reference point to the first vertex. */
  tied: boolean;
  /** Added to every bearing: magnetic to true north. */
  declinationDegrees?: number;
  area?: Area;
};
export type Traverse =
  | { ok: true; geometry: LineGeometry | PolygonGeometry; misclosureMetres: number }
  | { ok: false; code: TraverseError };

/** Bearings and distances walked from a reference point. A polygon is closed; what its last leg misses is `misclosureMetres`. */
export function traverse(reference: LngLat, legs: readonly Leg[], options: Options): Traverse {
  const { shape, tied, declinationDegrees = 0, area = defaultArea } = options;
  if (legs.length > mostLegs) return { ok: false, code: 'too_many_vertices' };
  const sound = ({ bearingDegrees: b, distanceMetres: d }: Leg) => b >= 0 && b < 360 && d > 0 && d <= longestLegMetres;
  if (!legs.every(sound) || !Number.isFinite(declinationDegrees)) return { ok: false, code: 'legs_unreadable' };
  const walked: LngLat[] = [reference];
  for (const { bearingDegrees, distanceMetres } of legs)
    walked.push(destination(walked.at(-1)!, (bearingDegrees + declinationDegrees + 360) % 360, distanceMetres));
  if (!walked.every((place) => bboxContains(area.bbox, place))) return { ok: false, code: 'outside_area' };
  const vertices = tied ? walked.slice(1) : walked;
  if (shape === 'line') {
    if (vertices.length < 2) return { ok: false, code: 'too_few_vertices' };
    return {
      ok: true,
      geometry: { type: 'LineString', coordinates: vertices.map(toPosition) },
      misclosureMetres: 0,
    };
  }
  let misclosureMetres = 0;
  const around = legs.slice(tied ? 1 : 0).reduce((sum, leg) => sum + leg.distanceMetres, 0);
  const gap = vertices.length > 3 ? distanceMetres(vertices[0]!, vertices.at(-1)!) : Number.POSITIVE_INFINITY;
  if (gap <= Math.max(closingFloorMetres, closingShare * around)) {
    misclosureMetres = gap;
    vertices.pop();
  }
  if (vertices.length < 3) return { ok: false, code: 'too_few_vertices' };
  const ring: Position[] = vertices.map(toPosition);
  if (crossesItself([ring])) return { ok: false, code: 'shape_crosses_itself' };
  return { ok: true, geometry: { type: 'Polygon', coordinates: [[...ring, ring[0]!]] }, misclosureMetres };
}

/** How far the last vertex may be off by its legs alone: the errors of the legs add up, the worst case of each. */
export const legsErrorMetres = (
  legs: readonly Leg[],
  { bearingErrorDegrees, distanceErrorMetres }: { bearingErrorDegrees: number; distanceErrorMetres: number },
): number =>
  legs.reduce((sum, { distanceMetres: d }) => {
    const far = d + distanceErrorMetres;
    const squared = d * d + far * far - 2 * d * far * Math.cos(toRadians(bearingErrorDegrees));
    return sum + Math.sqrt(Math.max(0, squared));
  }, 0);
