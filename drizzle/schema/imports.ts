import { bigint, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { importDecisions, importStates } from '../../lib/triage/bulk/input.ts';
import { users } from './accounts.ts';
import { at, id } from './columns.ts';
import { reports } from './reports.ts';

/** A file of publicly reported events: first checked, then brought in as reports. */
export const importBatches = pgTable('import_batches', {
  id: id(),
  number: bigint('number', { mode: 'number' }).generatedAlwaysAsIdentity().notNull().unique(),
  /** Which list it is: the same id of one list is the same report, whatever file brings it. */
  series: text('series').notNull(),
  fileName: text('file_name').notNull(),
  state: text('state', { enum: importStates }).notNull(),
  /** The file, until it is brought in. */
  csv: text('csv'),
  rowsRead: integer('rows_read').notNull(),
  located: integer('located').notNull(),
  unlocated: integer('unlocated').notNull(),
  repeated: integer('repeated').notNull(),
  rejected: jsonb('rejected').$type<{ row: number; id: string; reason: string }[]>().notNull().default([]),
  checkedBy: uuid('checked_by')
    .notNull()
    .references(() => users.id),
  checkedAt: at('checked_at').notNull(),
  importedAt: at('imported_at'),
  version: integer('version').notNull().default(1),
});

/** A row that became a report, and what a moderator decided about it. */
export const importRows = pgTable('import_rows', {
  id: id(),
  batchId: uuid('batch_id')
    .notNull()
    .references(() => importBatches.id),
  row: integer('row').notNull(),
  sourceId: text('source_id').notNull(),
  reportId: uuid('report_id')
    .notNull()
    .references(() => reports.id),
  decision: text('decision', { enum: importDecisions }),
  /** Candidates that were looked at and held for other events. */
  heldApart: jsonb('held_apart').$type<string[]>().notNull().default([]),
  decidedBy: uuid('decided_by').references(() => users.id),
  decidedAt: at('decided_at'),
});
