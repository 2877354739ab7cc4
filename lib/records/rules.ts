import { sk42ToWgs84, unknownDatumMetres } from '../geo/datum.ts';
import type { LineGeometry, LngLat, PolygonGeometry } from '../geo/lng-lat.ts';
import { parseCoordinates } from '../geo/parse-coordinates.ts';
import { type Leg, legsErrorMetres, parseLegs, traverse } from '../geo/traverse.ts';
import { typedUncertaintyMetres } from '../geo/uncertainty.ts';
import type { RecordTold } from './input.ts';

/** What the seven parameters of SK-42 leave open. */
const sk42Metres = 5;
/** Read off paper to a millimetre. */
const readingMetres = (scale: number | undefined) => (scale ?? 0) / 1000;
const largestErrorMetres = 5000;

/** Metres each; the radius is their sum (Chapman & Wieczorek), since one document's errors have one cause. */
export type RecordErrors = {
  datum: number;
  coordinate: number;
  legs: number;
  misclosure: number;
  residual: number;
  total: number;
};
export type PlacedRecord = {
  reference: LngLat;
  legs: Leg[];
  geometry: LineGeometry | PolygonGeometry;
  errors: RecordErrors;
};
type Told = Pick<
  RecordTold,
  | 'referenceText'
  | 'datum'
  | 'scale'
  | 'shape'
  | 'tied'
  | 'legsText'
  | 'declinationDegrees'
  | 'bearingErrorDegrees'
  | 'distanceErrorMetres'
  | 'residualMetres'
>;

/** Where a record says the mines lie, and how far that may be off; or which field cannot be used and why. */
export function placeRecord(
  told: Told,
): { ok: true; placed: PlacedRecord } | { ok: false; field: string; code: string } {
  const at = parseCoordinates(told.referenceText);
  if (!at.ok) return { ok: false, field: 'referenceText', code: `coordinates_${at.code}` };
  const reference = told.datum === 'sk42' ? sk42ToWgs84(at.lngLat) : at.lngLat;
  const legs = parseLegs(told.legsText);
  if (!legs) return { ok: false, field: 'legsText', code: 'legs_unreadable' };
  const walked = traverse(reference, legs, told);
  if (!walked.ok) return { ok: false, field: 'legsText', code: walked.code };
  const parts = {
    datum: told.datum === 'wgs84' ? 0 : told.datum === 'sk42' ? sk42Metres : unknownDatumMetres,
    coordinate: Math.max(typedUncertaintyMetres(at.precisionMetres), readingMetres(told.scale)),
    legs: legsErrorMetres(legs, told),
    misclosure: walked.misclosureMetres,
    residual: told.residualMetres,
  };
  const total = Math.ceil(Object.values(parts).reduce((sum, one) => sum + one, 0));
  if (total > largestErrorMetres) return { ok: false, field: 'legsText', code: 'error_too_large' };
  return { ok: true, placed: { reference, legs, geometry: walked.geometry, errors: { ...parts, total } } };
}

export type RecordedDevice = { type: string; count: number | null };

/** "PMN-2, 120" a line; the count may be missing. Null at a line that names no type. */
export function parseDevices(text: string): RecordedDevice[] | null {
  const devices: RecordedDevice[] = [];
  for (const line of text.split(/\r?\n/).map((one) => one.trim())) {
    if (line === '') continue;
    const found = /^(.*?\S)(?:\s*[,;:\t]\s*(\d{1,7}))?$/.exec(line);
    if (!found || /^\d+$/.test(found[1]!)) return null;
    devices.push({ type: found[1]!, count: found[2] === undefined ? null : Number(found[2]) });
  }
  return devices;
}

/** First or last day (YYYY-MM-DD) of a year, month or day; null when it is none of them. */
export function boundOf(text: string, end: 'first' | 'last'): string | null {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (!found) return null;
  const [year, month, day] = [found[1], found[2], found[3]].map((one) => (one ? Number(one) : undefined));
  const first = end === 'first';
  const m = month ?? (first ? 1 : 12);
  const date = day
    ? new Date(Date.UTC(year!, m - 1, day))
    : new Date(Date.UTC(year!, first ? m - 1 : m, first ? 1 : 0));
  const written = date.toISOString().slice(0, 10);
  return m >= 1 && m <= 12 && written.startsWith(text) && year! >= 1900 ? written : null;
}
