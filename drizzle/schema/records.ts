import {
  type AnyPgColumn,
  bigint,
  boolean,
  date,
  doublePrecision,
  integer,
  jsonb,
  pgTable,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { recordAudiences, recordStates } from '../../lib/records/input.ts';
import { datums } from '../../lib/reports/input.ts';
import { users } from './accounts.ts';
import { at, geometry, id } from './columns.ts';

/** A received map, form or sketch of a minefield, as told by the document and as placed. */
export const minefieldRecords = pgTable('minefield_records', {
  id: id(),
  number: bigint('number', { mode: 'number' }).generatedAlwaysAsIdentity().notNull().unique(),
  state: text('state', { enum: recordStates }).notNull().default('proposed'),
  practice: boolean('practice').notNull(),
  audience: text('audience', { enum: recordAudiences }).notNull(),

  documentId: text('document_id').notNull(),
  custody: text('custody').notNull(),
  mapSeries: text('map_series'),
  sheet: text('sheet'),
  scale: integer('scale'),
  datum: text('datum', { enum: datums }).notNull(),
  referenceName: text('reference_name'),
  /** As written in the document. */
  referenceText: text('reference_text').notNull(),
  reference: geometry('reference').notNull(),
  tied: boolean('tied').notNull(),
  legs: jsonb('legs').$type<{ bearingDegrees: number; distanceMetres: number }[]>().notNull(),
  declinationDegrees: doublePrecision('declination_deg').notNull(),
  bearingErrorDegrees: doublePrecision('bearing_error_deg').notNull(),
  distanceErrorMetres: doublePrecision('distance_error_m').notNull(),
  residualMetres: doublePrecision('residual_m').notNull(),
  rows: integer('row_count'),
  spacingMetres: doublePrecision('spacing_m'),
  devices: jsonb('devices').$type<{ type: string; count: number | null }[]>().notNull(),
  laidFrom: date('laid_from'),
  laidTo: date('laid_to'),
  note: text('note'),

  geometry: geometry('geometry').notNull(),
  /** Part -> metres; the sum is `uncertaintyMetres`. */
  errors: jsonb('errors')
    .$type<{ datum: number; coordinate: number; legs: number; misclosure: number; residual: number; total: number }>()
    .notNull(),
  uncertaintyMetres: doublePrecision('uncertainty_m').notNull(),

  proposedBy: uuid('proposed_by')
    .notNull()
    .references(() => users.id),
  proposedAt: at('proposed_at').notNull(),
  acceptedBy: uuid('accepted_by').references(() => users.id),
  acceptedAt: at('accepted_at'),
  withdrawnBy: uuid('withdrawn_by').references(() => users.id),
  withdrawnAt: at('withdrawn_at'),
  withdrawalReason: text('withdrawal_reason'),
  /** The record that this one takes the place of, once it is accepted. */
  correctsId: uuid('corrects_id').references((): AnyPgColumn => minefieldRecords.id),
  correctionReason: text('correction_reason'),
  version: integer('version').notNull().default(1),
});
