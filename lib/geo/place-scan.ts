import { type Area, defaultArea } from './area.ts';
import { applyAffine, type ControlPoint, type Fit, type FitRefusal, fitControlPoints } from './control-points.ts';
import { sk42ToWgs84, unknownDatumMetres } from './datum.ts';
import { type Geometry, type Position, roundDegrees } from './lng-lat.ts';
import { type CoordinateError, parseCoordinates } from './parse-coordinates.ts';
import type { ShapeKind } from './parse-vertices.ts';
import { oldMapUncertaintyMetres } from './uncertainty.ts';

type Datum = 'wgs84' | 'sk42' | 'unknown';
export type ScanTold = {
  /** Lines of "x y = coordinates": pixels of the image, y downwards, and where they lie. */
  points: string;
  /** Lines of "x y": the feature read off the image. */
  feature: string;
  kind: ShapeKind;
  datum: Datum;
  /** How far the drawn line may be off on the map itself, in metres. */
  drawingErrorMetres: number;
};
export type ScanRefusal = FitRefusal | CoordinateError | 'pixels_unreadable' | 'too_few_vertices';
export type PlacedScan =
  | { ok: true; points: ControlPoint[]; fit: Fit; geometry: Geometry; uncertaintyMetres: number }
  | { ok: false; field: 'points' | 'feature'; code: ScanRefusal; line?: number };

/** From a root mean square of two axes to the radius of 95 % (FGDC-STD-007.3-1998, horizontal accuracy). */
const to95 = 1.7308;
const fewest: Record<ShapeKind, number> = { point: 1, line: 2, polygon: 3 };
const pixels = /^(-?\d+(?:[.,]\d+)?)[\s;,]+(-?\d+(?:[.,]\d+)?)$/;

/** A feature of a scanned map or sketch on the ground: control points fitted, pixels carried over, errors added up. */
export function placeScan(told: ScanTold, area: Area = defaultArea): PlacedScan {
  const points: ControlPoint[] = [];
  for (const [line, text] of linesOf(told.points)) {
    const [left = '', right = ''] = text.split('=');
    const at = pixelOf(left);
    if (!at) return { ok: false, field: 'points', code: 'pixels_unreadable', line };
    const parsed = parseCoordinates(right, area);
    if (!parsed.ok) return { ok: false, field: 'points', code: parsed.code, line };
    points.push({ ...at, lngLat: told.datum === 'sk42' ? sk42ToWgs84(parsed.lngLat) : parsed.lngLat });
  }
  const fitted = fitControlPoints(points);
  if (!fitted.ok) return { ok: false, field: 'points', code: fitted.code };
  const positions: Position[] = [];
  for (const [line, text] of linesOf(told.feature)) {
    const at = pixelOf(text);
    if (!at) return { ok: false, field: 'feature', code: 'pixels_unreadable', line };
    const { lng, lat } = applyAffine(fitted.fit.affine, at.x, at.y);
    positions.push([roundDegrees(lng), roundDegrees(lat)]);
  }
  if (positions.length < fewest[told.kind]) return { ok: false, field: 'feature', code: 'too_few_vertices' };
  return {
    ok: true,
    points,
    fit: fitted.fit,
    geometry: shapeOf(told.kind, positions),
    uncertaintyMetres: scanErrorMetres(fitted.fit, told.datum, told.drawingErrorMetres),
  };
}

/** Fit, datum and drawing added; the worse of the two measures of the fit counts, and a fit that can not tell counts as an old map. */
export function scanErrorMetres(
  { rmseMetres, leaveOneOutMetres }: Fit,
  datum: Datum,
  drawingErrorMetres: number,
): number {
  const fit = rmseMetres === null ? oldMapUncertaintyMetres : to95 * Math.max(rmseMetres, leaveOneOutMetres ?? 0);
  return Math.ceil(fit + (datum === 'unknown' ? unknownDatumMetres : 0) + drawingErrorMetres);
}

const linesOf = (text: string): [number, string][] =>
  text
    .split(/\r?\n/)
    .map((one, i): [number, string] => [i + 1, one.trim()])
    .filter(([, one]) => one !== '');

function pixelOf(text: string): { x: number; y: number } | null {
  const found = pixels.exec(text.trim());
  return found ? { x: Number(found[1]!.replace(',', '.')), y: Number(found[2]!.replace(',', '.')) } : null;
}

function shapeOf(kind: ShapeKind, positions: Position[]): Geometry {
  if (kind === 'point') return { type: 'Point', coordinates: positions[0]! };
  if (kind === 'line') return { type: 'LineString', coordinates: positions };
  return { type: 'Polygon', coordinates: [[...positions, positions[0]!]] };
}
