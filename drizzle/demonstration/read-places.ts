import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { type PlaceNameLanguage, type PlaceRow, placeNameLanguages } from '../../lib/places/input.ts';

/** The gazetteer's columns; `;` parts several names of one language, the first is shown. Empty cells are left out. */
export function readPlaces(csv: string): PlaceRow[] {
  const rows: Record<string, string>[] = parse(csv, { columns: true, skip_empty_lines: true });
  return rows.map((row) => ({
    id: row.id!,
    kind: row.kind as PlaceRow['kind'],
    districtId: row.district_id || undefined,
    lat: numberIn(row.lat),
    lng: numberIn(row.lon),
    uncertaintyMetres: numberIn(row.uncertainty_m),
    iso: row.iso || undefined,
    names: placeNameLanguages.flatMap((language) => namesIn(row, language)),
    source: row.source!,
    asOf: row.as_of!,
  }));
}

export const demonstrationPlaces = (): PlaceRow[] =>
  readPlaces(readFileSync(new URL('./places.csv', import.meta.url), 'utf8'));

const numberIn = (cell: string | undefined): number | undefined => (cell ? Number(cell) : undefined);

const namesIn = (row: Record<string, string>, language: PlaceNameLanguage) =>
  (row[language] ?? '')
    .split(';')
    .map((name) => name.trim())
    .filter(Boolean)
    .map((name) => ({ language, name }));
