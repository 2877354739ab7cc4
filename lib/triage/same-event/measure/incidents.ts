import { parse } from 'csv-parse/sync';
import { incidentDate } from '../../../../drizzle/demonstration/incident-date.ts';
import { activityOf, devicesOf, speciesOf } from '../../../../drizzle/demonstration/incident-values.ts';
import { distanceMetres } from '../../../geo/distance.ts';
import type { PlaceRow } from '../../../places/input.ts';

/** An event of the file, with what a witness could know of it. */
export type KnownEvent = {
  id: string;
  kind: 'human_accident' | 'animal_accident' | 'detonation_no_casualty';
  dateStart: string | null;
  dateEnd: string | null;
  datePrecision: 'day' | 'month' | 'year' | 'range' | 'unknown';
  at: { lat: number; lng: number; radiusMetres: number } | null;
  /** The settlement's names by language; `en` as the file has it. */
  names: Partial<Record<'az' | 'hy' | 'ru' | 'en', string>>;
  district: Partial<Record<'az' | 'hy' | 'ru' | 'en', string>>;
  killed: number | null;
  injured: number | null;
  activity: string;
  devices: string[];
  species: string[];
  publisher: string;
};

const columns = ['id', 'date', 'date_precision', 'place_en', 'district', 'lat', 'lon', 'coord_precision'] as const;
const radii: Record<string, number> = { village_centroid: 2_000, approximate: 5_000 };

/** Reads the columns of public-incidents.csv. Throws naming row and reason: a measurement on half a file is none. */
export function readEvents(csv: string, places: readonly PlaceRow[]): KnownEvent[] {
  const rows: Record<string, string>[] = parse(csv, {
    columns: true,
    skip_empty_lines: true,
    relax_column_count: true,
  });
  const missing = columns.filter((column) => rows[0]?.[column] === undefined);
  if (rows.length === 0 || missing.length > 0) throw new Error(`columns missing: ${missing.join(', ') || 'no rows'}`);
  const events = rows.map((row, i) => {
    try {
      return eventOf(row, places);
    } catch (error) {
      throw new Error(`row ${i + 1} ${row.id}: ${(error as Error).message}`);
    }
  });
  if (new Set(events.map(({ id }) => id)).size < events.length) throw new Error('an id stands twice');
  if (events.filter(({ at }) => at).length < 10) throw new Error('fewer than ten rows are located');
  return events;
}

function eventOf(row: Record<string, string>, places: readonly PlaceRow[]): KnownEvent {
  const cell = (column: string) => row[column]?.trim() ?? '';
  if (!cell('id')) throw new Error('id: missing');
  const date = incidentDate(cell('date'), cell('date_precision'));
  const radiusMetres = radii[cell('coord_precision')];
  const [lat, lng] = [numberIn(cell('lat'), 'lat'), numberIn(cell('lon'), 'lon')];
  if (radiusMetres && (lat === null || lng === null)) throw new Error('lat, lon: missing');
  const [killed, injured] = [countIn(cell('killed'), 'killed'), countIn(cell('injured'), 'injured')];
  const place = places.find(({ id }) => id === cell('gazetteer_id') && radiusMetres === radii.village_centroid);
  const district = places.find(
    ({ kind, names }) => kind === 'district' && names.some(({ name }) => name === cell('district')),
  );
  const en = cell('place_en').replace(/^near /, '');
  return {
    id: cell('id'),
    kind:
      killed || injured
        ? 'human_accident'
        : cell('animal_involved') === 'yes'
          ? 'animal_accident'
          : nobody(killed, injured),
    dateStart: date.start ?? null,
    dateEnd: date.end ?? null,
    datePrecision: date.precision as KnownEvent['datePrecision'],
    at: radiusMetres ? { lat: lat!, lng: lng!, radiusMetres } : null,
    names: { ...namesOf(place), ...(en ? { en } : {}), ...(cell('place_az') ? { az: cell('place_az') } : {}) },
    district: { ...namesOf(district), ...(cell('district') ? { en: cell('district') } : {}) },
    killed,
    injured,
    activity: activityOf(cell('activity')),
    devices: orUnknown(() => devicesOf(cell('device_class')).map(({ category }) => category)),
    species: cell('animal_involved') === 'yes' ? orUnknown(() => [speciesOf(cell('animal_species')).species]) : [],
    publisher: cell('publisher'),
  };
}

const nobody = (killed: number | null, injured: number | null) =>
  killed === 0 && injured === 0 ? ('detonation_no_casualty' as const) : ('human_accident' as const);

function countIn(text: string, column: string): number | null {
  if (text !== '' && !/^\d+$/.test(text)) throw new Error(`${column}: ${text}`);
  return text === '' ? null : Number(text);
}

function numberIn(text: string, column: string): number | null {
  if (text === '') return null;
  if (!Number.isFinite(Number(text))) throw new Error(`${column}: ${text}`);
  return Number(text);
}

/** Another file may have words that the project's lists do not know; they are then not known here either. */
function orUnknown(read: () => string[]): string[] {
  try {
    return read();
  } catch {
    return ['unknown'];
  }
}

function namesOf(place: PlaceRow | undefined): KnownEvent['names'] {
  const first = (language: string) => place?.names.find((name) => name.language === language)?.name;
  return Object.fromEntries(
    (['az', 'hy', 'ru', 'en'] as const).flatMap((language) => (first(language) ? [[language, first(language)]] : [])),
  );
}

export const kilometresApart = (a: { lat: number; lng: number }, b: { lat: number; lng: number }): number =>
  distanceMetres(a, b) / 1000;
