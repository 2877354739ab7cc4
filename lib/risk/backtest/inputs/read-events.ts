import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

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
/** Lines that were not used, or used in part: how many for each reason, and the first of them. */
export type Remarks = Map<string, { count: number; first: string }>;

const DEFAULT_RADIUS_METRES = 50;
// At 100 km an uncertainty says no place.
const MAX_UNCERTAINTY_METRES = 100_000;
export const radiusOf = (event: PastEvent) => event.uncertaintyMetres ?? DEFAULT_RADIUS_METRES;

export function remark(remarks: Remarks, reason: string, subject: string): void {
  const known = remarks.get(reason);
  if (known) known.count++;
  else remarks.set(reason, { count: 1, first: subject });
}

export const remarkLines = (remarks: Remarks) =>
  [...remarks].map(([reason, { count, first }]) => `  ${count} x ${reason} (first: ${first})`);

/**
 * Columns event_id, date, date_precision, lat, lon, optional uncertainty_m and class. A line that cannot be used is left out
 * and remarked on; throws when the columns are missing or no line is left. today: days since 1970.
 */
export function readEvents(file: string, today: number): { events: PastEvent[]; remarks: Remarks } {
  const rows = rowsOf(file);
  const remarks: Remarks = new Map();
  const seen = new Set<string>();
  const events = rows.flatMap((row, i): PastEvent[] => {
    const id = row.event_id || row.id || `line ${i + 2}`;
    const event = eventOf(row, id, today);
    const problem = typeof event === 'string' ? event : seen.has(id) ? 'left out: event_id is there already' : null;
    if (problem) remark(remarks, problem, id);
    if (problem || typeof event === 'string') return [];
    seen.add(id);
    if (row.uncertainty_m && event.uncertaintyMetres === null)
      remark(remarks, 'used, but uncertainty_m is not a positive number', id);
    return [event];
  });
  if (!events.length) throw new Error([`${file} holds no usable event:`, ...remarkLines(remarks)].join('\n'));
  return { events, remarks };
}

function eventOf(row: Record<string, string>, id: string, today: number): PastEvent | string {
  const lng = numberOf(row.lon || row.lng || row.longitude);
  const lat = numberOf(row.lat || row.latitude);
  if (!(Math.abs(lng) <= 180 && Math.abs(lat) <= 90)) return 'left out: no usable lat and lon';
  if (lng === 0 && lat === 0) return 'left out: lat and lon are 0, which stands for no place';
  const when = interval((row.date ?? '').trim(), (row.date_precision ?? '').trim().toLowerCase());
  if (!when) return 'left out: date is not YYYY, YYYY-MM or YYYY-MM-DD';
  if (when.startDay !== null && when.startDay > today) return 'left out: date in the future';
  const uncertainty = numberOf(row.uncertainty_m);
  if (uncertainty >= MAX_UNCERTAINTY_METRES) return 'left out: uncertainty_m of 100 km or more';
  return {
    id,
    lng,
    lat,
    place: `${lat},${lng}`,
    ...when,
    uncertaintyMetres: uncertainty > 0 ? uncertainty : null,
    class: row.class?.trim() || null,
  };
}

function interval(date: string, precision: string): Pick<PastEvent, 'startDay' | 'endDay' | 'year'> | null {
  if (!date || precision === 'unknown') return { startDay: null, endDay: null, year: null };
  const match = /^(\d{4})(?:[-/.](\d{1,2}))?(?:[-/.](\d{1,2}))?(?:$|[T ])/.exec(date);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)];
  const start = dayOf(year, month - 1, day);
  const written = new Date(start * 86_400_000);
  if (written.getUTCMonth() !== month - 1 || written.getUTCDate() !== day) return null;
  // A day may stand for a whole month or year: then the precision says so.
  const whole = precision === 'year' || !match[2] ? 'year' : precision === 'month' || !match[3] ? 'month' : 'day';
  if (whole === 'year') return { startDay: dayOf(year), endDay: dayOf(year + 1), year };
  if (whole === 'month') return { startDay: dayOf(year, month - 1), endDay: dayOf(year, month), year };
  return { startDay: start, endDay: start, year };
}

export const dayOf = (year: number, monthIndex = 0, day = 1) => Date.UTC(year, monthIndex, day) / 86_400_000;

// A spreadsheet of a country that writes 39,7 writes it so in its files.
const numberOf = (text: string | undefined) =>
  text?.trim() ? Number(text.trim().replace(/^(-?\d+),(\d+)$/, '$1.$2')) : Number.NaN;

function rowsOf(file: string): Record<string, string>[] {
  if (!existsSync(file)) throw new Error(`${file} does not exist`);
  const names = (line: string[]) => line.map((name) => name.trim().toLowerCase());
  const text = readFileSync(file, 'utf8');
  const head = text.slice(0, text.search(/[\r\n]|$/));
  const rows: Record<string, string>[] = parse(text, {
    columns: names,
    bom: true,
    delimiter: [';', '\t'].find((one) => head.includes(one)) ?? ',',
    skip_empty_lines: true,
    relax_column_count: true,
    relax_quotes: true,
  });
  const first = rows[0] ?? {};
  if (!('lat' in first || 'latitude' in first) || !('lon' in first || 'lng' in first || 'longitude' in first))
    throw new Error(`${file} needs the columns event_id, date, date_precision, lat, lon and at least one line`);
  return rows;
}

/** [longitude, latitude] of each row of a CSV with lat and lon; rows without are left out. */
export const readPlaces = (file: string): [number, number][] =>
  rowsOf(file)
    .map((row): [number, number] => [numberOf(row.lon || row.lng || row.longitude), numberOf(row.lat || row.latitude)])
    .filter(([lng, lat]) => Math.abs(lng) <= 180 && Math.abs(lat) <= 90);
