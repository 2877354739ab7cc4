import { type Area, defaultArea } from './area.ts';
import { sk42ToWgs84 } from './datum.ts';
import { type Geometry, type Position, toPosition } from './lng-lat.ts';
import { type CoordinateError, type CoordinateFormat, parseCoordinates } from './parse-coordinates.ts';

export const shapeKinds = ['point', 'line', 'polygon'] as const;
export type ShapeKind = (typeof shapeKinds)[number];
const fewest: Record<ShapeKind, number> = { point: 1, line: 2, polygon: 3 };

/** `vertex`: which of them could not be read, from 1. `format`: of the first. `precisionMetres`: what the coarsest last digit is worth. */
export type ParsedVertices =
  | { ok: true; geometry: Geometry; format: CoordinateFormat; precisionMetres: number }
  | { ok: false; code: CoordinateError | 'too_few_vertices' | 'too_many_vertices'; vertex?: number };

/**
 * One vertex a line, in any accepted format; the same twice in a row is one, a ring is closed by itself. Degrees of SK-42
 * are converted.
 */
export function parseVertices(
  text: string,
  kind: ShapeKind,
  datum: 'wgs84' | 'sk42' | 'unknown' = 'wgs84',
  area: Area = defaultArea,
): ParsedVertices {
  const lines = text.split(/\r?\n/).filter((one) => one.trim() !== '');
  const positions: Position[] = [];
  let precisionMetres = 0;
  let format: CoordinateFormat = 'decimal';
  for (const [i, line] of lines.entries()) {
    const parsed = parseCoordinates(line, area);
    if (!parsed.ok) return { ok: false, code: parsed.code, vertex: i + 1 };
    if (i === 0) format = parsed.format;
    precisionMetres = Math.max(precisionMetres, parsed.precisionMetres);
    const position = toPosition(datum === 'sk42' ? sk42ToWgs84(parsed.lngLat) : parsed.lngLat);
    if (position.join() !== positions.at(-1)?.join()) positions.push(position);
  }
  const [first, last] = [positions[0], positions.at(-1)];
  if (kind === 'polygon' && positions.length > 3 && first?.join() === last?.join()) positions.pop();
  if (positions.length < fewest[kind]) return { ok: false, code: 'too_few_vertices' };
  if (positions.length > 199 || (kind === 'point' && positions.length > 1))
    return { ok: false, code: 'too_many_vertices' };
  const told = { ok: true, format, precisionMetres } as const;
  if (kind === 'point') return { ...told, geometry: { type: 'Point', coordinates: first! } };
  if (kind === 'line') return { ...told, geometry: { type: 'LineString', coordinates: positions } };
  return { ...told, geometry: { type: 'Polygon', coordinates: [[...positions, first!]] } };
}
