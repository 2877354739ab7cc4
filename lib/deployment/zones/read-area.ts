import { defaultArea } from '../../geo/area.ts';
import { bboxContains } from '../../geo/bbox.ts';
import { fromPosition, type Position } from '../../geo/lng-lat.ts';
import { areaSquareMetres } from '../../geo/measure.ts';
import { mostZonePositions, mostZoneSquareKilometres } from './input.ts';

export type ZoneArea =
  | { type: 'Polygon'; coordinates: Position[][] }
  | { type: 'MultiPolygon'; coordinates: Position[][][] };
/** Why a text is no zone; keys of messages. */
export type AreaFault =
  | 'zone_not_geojson'
  | 'zone_not_polygon'
  | 'zone_ring'
  | 'zone_outside'
  | 'zone_too_many'
  | 'zone_too_large';

// A border strip may leave the area by this much; swapped coordinates still lie outside.
const marginDegrees = 1;
const { west, south, east, north } = defaultArea.bbox;
const around = {
  west: west - marginDegrees,
  south: south - marginDegrees,
  east: east + marginDegrees,
  north: north + marginDegrees,
};

/** The polygons of a GeoJSON text (geometry, feature or collection of features), WGS84, or why there is no zone in it. */
export function readArea(text: string): ZoneArea | AreaFault {
  const polygons = polygonsIn(parsed(text));
  if (typeof polygons === 'string') return polygons;
  const rings = polygons.flat();
  const positions = rings.flat();
  if (positions.length > mostZonePositions) return 'zone_too_many';
  if (!rings.every(isRing)) return 'zone_ring';
  if (!positions.every((position) => bboxContains(around, fromPosition(position)))) return 'zone_outside';
  const squareMetres = polygons.reduce((sum, [shell]) => sum + areaSquareMetres(shell!), 0);
  if (squareMetres > mostZoneSquareKilometres * 1e6) return 'zone_too_large';
  // what else GeoJSON allows in a position, such as a height, is dropped
  const flat = polygons.map((polygon) => polygon.map((ring) => ring.map(([lng, lat]): Position => [lng, lat])));
  return flat.length === 1 ? { type: 'Polygon', coordinates: flat[0]! } : { type: 'MultiPolygon', coordinates: flat };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

type Json = { type?: unknown; coordinates?: unknown; geometry?: unknown; features?: unknown };

function polygonsIn(value: unknown): Position[][][] | AreaFault {
  if (typeof value !== 'object' || value === null) return 'zone_not_geojson';
  const { type, coordinates, geometry, features } = value as Json;
  if (type === 'Feature') return polygonsIn(geometry);
  if (type === 'FeatureCollection' && Array.isArray(features)) {
    const parts = features.map(polygonsIn);
    const fault = parts.find((part) => typeof part === 'string');
    return fault ?? (parts.length > 0 ? (parts as Position[][][][]).flat() : 'zone_not_polygon');
  }
  if (type !== 'Polygon' && type !== 'MultiPolygon')
    return typeof type === 'string' ? 'zone_not_polygon' : 'zone_not_geojson';
  const polygons: unknown = type === 'Polygon' ? [coordinates] : coordinates;
  const nested = Array.isArray(polygons) && polygons.length > 0 && polygons.every(isPolygon);
  return nested ? polygons : 'zone_ring';
}

const isPolygon = (value: unknown): value is Position[][] =>
  Array.isArray(value) && value.length > 0 && value.every((ring) => Array.isArray(ring) && ring.every(isPosition));
const isPosition = (value: unknown): value is Position =>
  Array.isArray(value) && value.length >= 2 && value.slice(0, 2).every((degrees) => Number.isFinite(degrees));

/** At least a triangle, closed (RFC 7946). */
const isRing = (ring: readonly Position[]): boolean =>
  ring.length >= 4 && ring[0]![0] === ring.at(-1)![0] && ring[0]![1] === ring.at(-1)![1];
