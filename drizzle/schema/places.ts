import { date, doublePrecision, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { placeKinds, placeNameLanguages } from '../../lib/places/input.ts';
import { at, geometry, id } from './columns.ts';

export const places = pgTable('places', {
  /** The source's own id, prefixed: `wof:1276588409`, `table:agdam`. */
  id: text('id').primaryKey(),
  kind: text('kind', { enum: placeKinds }).notNull(),
  districtId: text('district_id'),
  position: geometry('position'),
  /** Positional error of the point, not the extent of the settlement. */
  uncertaintyMetres: doublePrecision('uncertainty_m'),
  iso: text('iso'),
  source: text('source').notNull(),
  asOf: date('as_of').notNull(),
  importedAt: at('imported_at').notNull().defaultNow(),
});

export const placeNames = pgTable('place_names', {
  id: id(),
  placeId: text('place_id')
    .notNull()
    .references(() => places.id, { onDelete: 'cascade' }),
  language: text('language', { enum: placeNameLanguages }).notNull(),
  name: text('name').notNull(),
  /** The name folded to one script for search. */
  folded: text('folded').notNull(),
  /** The order of the source: the first name of a language is the one shown. */
  ordinal: integer('ordinal').notNull().default(0),
});
