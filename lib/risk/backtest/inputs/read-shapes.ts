import { existsSync, readFileSync } from 'node:fs';
import { equalAreaPlane, type LngLat, type LngLatPolygons } from '../../../geo/hex-plane.ts';
import { crossesItself } from '../../../geo/hex-shape.ts';
import { withoutRepeatedEnd } from '../../model/check-input.ts';
import { type Remarks, remark, remarkLines } from './read-events.ts';

export type Shape =
  | { type: 'point'; at: LngLat }
  | { type: 'line'; coordinates: LngLat[] }
  | { type: 'area'; rings: LngLat[][] };

/**
 * Every point, line and polygon of a GeoJSON file, collections flattened. A broken part (null, a coordinate that is no number
 * or not on the globe) is left out and remarked on. Throws when the file is no GeoJSON in degrees or nothing is left.
 */
export function readShapes(file: string, remarks: Remarks = new Map()): Shape[] {
  if (!existsSync(file)) throw new Error(`${file} does not exist`);
  let geo: unknown;
  try {
    geo = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new Error(`${file} is not GeoJSON: ${(error as Error).message}`);
  }
  const shapes = shapesIn(geo, '', remarks);
  if (!shapes.length) throw new Error(`${file} holds no usable geometry (GeoJSON in degrees, longitude first)`);
  return shapes;
}

/**
 * The polygons of a GeoJSON file; the same polygon given twice counts once, one that crosses itself is taken as it lies.
 * pointRadiusMetres: a point stands for a disc of this radius; 0: it is left out.
 */
export function readPolygons(file: string, remarks: Remarks = new Map(), pointRadiusMetres = 0): LngLatPolygons {
  const seen = new Set<string>();
  const polygons = readShapes(file, remarks).flatMap((given, i) => {
    const shape = given.type === 'point' && pointRadiusMetres ? discAbout(given.at, pointRadiusMetres) : given;
    if (shape.type !== 'area') {
      const hint = shape.type === 'point' ? '; --hazard-radius-m takes those of a survey as discs' : '';
      remark(remarks, `left out: a ${shape.type} where polygons are meant${hint}`, `shape ${i + 1}`);
      return [];
    }
    const key = JSON.stringify(shape.rings);
    if (seen.has(key)) {
      remark(remarks, 'left out: the same polygon again', `shape ${i + 1}`);
      return [];
    }
    seen.add(key);
    if (crossesItself(shape.rings.map(withoutRepeatedEnd)))
      remark(remarks, 'used as it lies: polygon crosses itself', `shape ${i + 1}`);
    return [shape.rings];
  });
  if (!polygons.length) throw new Error([`${file} holds no polygon:`, ...remarkLines(remarks)].join('\n'));
  return polygons;
}

const DISC_CORNERS = 24;

function discAbout([lng, lat]: LngLat, radiusMetres: number): Shape {
  const { toLngLat } = equalAreaPlane(lng, lat);
  const turn = (2 * Math.PI) / DISC_CORNERS;
  // The corners lie a little outside, so that the area is the disc's.
  const reach = radiusMetres * Math.sqrt(turn / Math.sin(turn));
  const corners = Array.from({ length: DISC_CORNERS }, (_, i) =>
    toLngLat([reach * Math.cos(i * turn), reach * Math.sin(i * turn)]),
  );
  return { type: 'area', rings: [corners] };
}

type Geo = { type?: string; features?: unknown[]; geometries?: unknown[]; geometry?: unknown; coordinates?: unknown };

function shapesIn(value: unknown, name: string, remarks: Remarks): Shape[] {
  const geo = (value ?? {}) as Geo;
  const parts = (list: unknown) => (Array.isArray(list) ? (list as unknown[]) : []);
  const each = (list: unknown, to: (part: unknown) => Shape | null): Shape[] =>
    parts(list).flatMap((part) => {
      const shape = to(part);
      if (!shape) remark(remarks, 'left out: broken geometry', name || 'the file');
      return shape ? [shape] : [];
    });
  switch (geo.type) {
    case 'FeatureCollection':
      return parts(geo.features).flatMap((feature, i) => shapesIn(feature, `feature ${i + 1}`, remarks));
    case 'Feature':
      if (!geo.geometry) remark(remarks, 'left out: feature without geometry', name || 'the file');
      return geo.geometry ? shapesIn(geo.geometry, name, remarks) : [];
    case 'GeometryCollection':
      return parts(geo.geometries).flatMap((part) => shapesIn(part, name, remarks));
    case 'Point':
      return each([geo.coordinates], pointOf);
    case 'MultiPoint':
      return each(geo.coordinates, pointOf);
    case 'LineString':
      return each([geo.coordinates], lineOf);
    case 'MultiLineString':
      return each(geo.coordinates, lineOf);
    case 'Polygon':
      return each([geo.coordinates], areaOf);
    case 'MultiPolygon':
      return each(geo.coordinates, areaOf);
    default:
      remark(remarks, 'left out: not a GeoJSON object', name || 'the file');
      return [];
  }
}

function positionsOf(list: unknown, least: number): LngLat[] | null {
  if (!Array.isArray(list) || list.length < least) return null;
  const usable = list.every(
    (at) =>
      Array.isArray(at) &&
      Number.isFinite(at[0]) &&
      Number.isFinite(at[1]) &&
      Math.abs(at[0]) <= 180 &&
      Math.abs(at[1]) <= 90,
  );
  return usable ? list.map((at): LngLat => [at[0], at[1]]) : null;
}

function pointOf(at: unknown): Shape | null {
  const [position] = positionsOf([at], 1) ?? [];
  return position ? { type: 'point', at: position } : null;
}

function lineOf(list: unknown): Shape | null {
  const coordinates = positionsOf(list, 2);
  return coordinates && { type: 'line', coordinates };
}

// A broken hole is left out alone; without its outer ring there is no polygon.
function areaOf(list: unknown): Shape | null {
  if (!Array.isArray(list)) return null;
  const [outer, ...holes] = list.map((ring) => positionsOf(ring, 3));
  return outer ? { type: 'area', rings: [outer, ...holes.flatMap((hole) => (hole ? [hole] : []))] } : null;
}
