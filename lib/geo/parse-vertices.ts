import { type Area, defaultArea } from './area.ts';
import { sk42ToWgs84 } from './datum.ts';
import { type Geometry, type Position, toPosition } from './lng-lat.ts';
import { type CoordinateError, parseCoordinates } from './parse-coordinates.ts';

export const shapeKinds = ['point', 'line', 'polygon'] as const;
export type ShapeKind = (typeof shapeKinds)[number];
const fewest: Record<ShapeKind, number> = { point: 1, line: 2, polygon: 3 };

/** `line`: which line of the text could not be read, from 1. `precisionMetres`: what the coarsest last digit is worth. */
export type ParsedVertices =
  | { ok: true; geometry: Geometry; precisionMetres: number }
  | { ok: false; code: CoordinateError | 'too_few_vertices' | 'too_many_vertices'; line?: number };

/** One vertex a line, in any accepted format; a ring is closed by itself. Degrees of SK-42 are converted. */
export function parseVertices(
  text: string,
  kind: ShapeKind,
  datum: 'wgs84' | 'sk42' | 'unknown' = 'wgs84',
  area: Area = defaultArea,
): ParsedVertices {
  const lines = text.split(/\r?\n/).map((one) => one.trim());
  const positions: Position[] = [];
  let precisionMetres = 0;
  for (const [i, line] of lines.entries()) {
    if (line === '') continue;
    const parsed = parseCoordinates(line, area);
    if (!parsed.ok) return { ok: false, code: parsed.code, line: i + 1 };
    precisionMetres = Math.max(precisionMetres, parsed.precisionMetres);
    positions.push(toPosition(datum === 'sk42' ? sk42ToWgs84(parsed.lngLat) : parsed.lngLat));
  }
  const [first, last] = [positions[0], positions.at(-1)];
  if (kind === 'polygon' && positions.length > 3 && first?.join() === last?.join()) positions.pop();
  if (positions.length < fewest[kind]) return { ok: false, code: 'too_few_vertices' };
  if (positions.length > 199 || (kind === 'point' && positions.length > 1))
    return { ok: false, code: 'too_many_vertices' };
  if (kind === 'point') return { ok: true, precisionMetres, geometry: { type: 'Point', coordinates: first! } };
  if (kind === 'line') return { ok: true, precisionMetres, geometry: { type: 'LineString', coordinates: positions } };
  return { ok: true, precisionMetres, geometry: { type: 'Polygon', coordinates: [[...positions, first!]] } };
}
