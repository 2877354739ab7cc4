import { stringify } from 'csv-stringify/sync';

export type Cell = string | number | null;
/** One column of a file: its name, its HXL tag, and how a record fills it; null is unknown and is written as a blank. */
export type Column<T> = { name: string; hxl: string; read: (record: T) => Cell };
/** One of the release itself: the same in every row. */
export type FactColumn = { name: string; hxl: string; read: () => Cell };

// A spreadsheet runs what begins with these; a number below zero is no formula.
const formula = /^[=+\-@\t\r]/;
const inert = (cell: Cell): string => {
  if (cell === null) return '';
  return typeof cell === 'string' && formula.test(cell) ? `'${cell}` : String(cell);
};

/**
 * UTF-8 without a byte order mark: header row, HXL row, data; lines end in CRLF (RFC 4180). Without a record the header row
 * carries the release's facts, `caveat: ...`, since such a file needs its caveat most.
 */
export function toCsv<T>(own: readonly Column<T>[], facts: readonly FactColumn[], records: readonly T[]): string {
  const columns = [...own, ...facts];
  const rows = records.map((record) => columns.map(({ read }) => inert(read(record))));
  const told = facts.map(({ name, read }) => (records.length > 0 ? name : `${name}: ${read()}`));
  const heads = [[...own.map(({ name }) => name), ...told], columns.map(({ hxl }) => hxl)];
  return stringify([...heads, ...rows], { record_delimiter: 'windows' });
}

export const toProperties = <T>(columns: readonly Column<T>[], record: T): Record<string, Cell> =>
  Object.fromEntries(columns.map(({ name, read }) => [name, read(record)]));
