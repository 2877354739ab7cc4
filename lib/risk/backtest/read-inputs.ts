import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { LngLat, LngLatPolygons } from '../../geo/hex-plane.ts';

/** One event as the file has it. startDay..endDay: days since 1970, null without a date; place: its exact coordinate. */
export type PastEvent = {
  id: string;
  lng: number;
  lat: number;
  place: string;
  startDay: number | null;
  endDay: number | null;
  year: number | null;
  uncertaintyMetres: number | null;
  class: string | null;
};

const DEFAULT_RADIUS_METRES = 50;
export const radiusOf = (event: PastEvent) => event.uncertaintyMetres ?? DEFAULT_RADIUS_METRES;

/** Columns event_id, date, date_precision, lat, lon, optional uncertainty_m and class. Throws on a line that cannot be placed. */
export function readEvents(file: string): PastEvent[] {
  const rows = parse(readFileSync(file), { columns: true, bom: true, skip_empty_lines: true }) as Record<
    string,
    string
  >[];
  const id = (row: Record<string, string>, i: number) => row.event_id || row.id || `line ${i + 2}`;
  return rows.map((row, i) => {
    const [lng, lat] = [Number(row.lon || Number.NaN), Number(row.lat || Number.NaN)];
    if (!(Math.abs(lng) <= 180 && Math.abs(lat) <= 90))
      throw new Error(`${file}, ${id(row, i)}: no usable lat and lon`);
    const uncertainty = Number(row.uncertainty_m || Number.NaN);
    return {
      id: id(row, i),
      lng,
      lat,
      place: `${row.lat},${row.lon}`,
      ...interval(row.date ?? ''),
      uncertaintyMetres: uncertainty > 0 ? Math.min(uncertainty, 90_000) : null,
      class: row.class || null,
    };
  });
}

function interval(date: string): Pick<PastEvent, 'startDay' | 'endDay' | 'year'> {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(date);
  if (!match) return { startDay: null, endDay: null, year: null };
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)];
  const start = dayOf(year, month - 1, day);
  const end = match[3] ? start : match[2] ? dayOf(year, month, 1) : dayOf(year + 1, 0, 1);
  return { startDay: start, endDay: end, year };
}

export const dayOf = (year: number, monthIndex = 0, day = 1) => Date.UTC(year, monthIndex, day) / 86_400_000;

export type Shape =
  | { type: 'point'; at: LngLat }
  | { type: 'line'; coordinates: LngLat[] }
  | { type: 'area'; rings: LngLat[][] };

/** Every point, line and polygon of a GeoJSON file, collections flattened. Throws when there is none. */
export function readShapes(file: string): Shape[] {
  const shapes = flatten(JSON.parse(readFileSync(file, 'utf8')));
  if (!shapes.length) throw new Error(`${file} holds no geometry`);
  return shapes;
}

/** The polygons of a GeoJSON file. */
export function readPolygons(file: string): LngLatPolygons {
  const polygons = readShapes(file).flatMap((shape) => (shape.type === 'area' ? [shape.rings] : []));
  if (!polygons.length) throw new Error(`${file} holds no polygon`);
  return polygons;
}

// biome-ignore lint/suspicious/noExplicitAny: any GeoJSON object, told apart by its type
function flatten(geo: any): Shape[] {
  if (!geo) return [];
  const to2d = (at: number[]): LngLat => [at[0]!, at[1]!];
  switch (geo.type) {
    case 'FeatureCollection':
      return geo.features.flatMap(flatten);
    case 'Feature':
      return flatten(geo.geometry);
    case 'GeometryCollection':
      return geo.geometries.flatMap(flatten);
    case 'Point':
      return [{ type: 'point', at: to2d(geo.coordinates) }];
    case 'MultiPoint':
      return geo.coordinates.map((at: number[]) => ({ type: 'point', at: to2d(at) }));
    case 'LineString':
      return [{ type: 'line', coordinates: geo.coordinates.map(to2d) }];
    case 'MultiLineString':
      return geo.coordinates.map((line: number[][]) => ({ type: 'line', coordinates: line.map(to2d) }));
    case 'Polygon':
      return [{ type: 'area', rings: geo.coordinates.map((ring: number[][]) => ring.map(to2d)) }];
    case 'MultiPolygon':
      return geo.coordinates.map((rings: number[][][]) => ({
        type: 'area',
        rings: rings.map((ring) => ring.map(to2d)),
      }));
    default:
      return [];
  }
}

/** lat, lon of each row of a CSV. */
export function readPlaces(file: string): LngLat[] {
  const rows = parse(readFileSync(file), { columns: true, bom: true, skip_empty_lines: true }) as Record<
    string,
    string
  >[];
  return rows
    .map((row): LngLat => [Number(row.lon), Number(row.lat)])
    .filter(([lng, lat]) => Number.isFinite(lng + lat));
}
