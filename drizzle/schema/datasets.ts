import { boolean, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { audiences } from '../../lib/risk/input.ts';
import { organisations, users } from './accounts.ts';
import { clues } from './clues.ts';
import { at, id } from './columns.ts';

/** Who took out what: agreed and logged for organisations, without a person for the public. */
export const datasetDownloads = pgTable('dataset_downloads', {
  id: id(),
  at: at('at').notNull(),
  audience: text('audience', { enum: audiences }).notNull(),
  userId: uuid('user_id').references(() => users.id),
  organisationId: uuid('organisation_id').references(() => organisations.id),
  dataset: text('dataset').notNull(),
  format: text('format').notNull(),
  rowCount: integer('row_count').notNull(),
  sha256: text('sha256').notNull(),
  query: jsonb('query').$type<Record<string, unknown>>().notNull().default({}),
});

/** What an organisation's files held, a row a clue: the version that it took out last, and which changes its members have read. */
export const datasetHoldings = pgTable(
  'dataset_holdings',
  {
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    exportId: uuid('export_id')
      .notNull()
      .references(() => clues.exportId),
    heldVersion: integer('held_version').notNull(),
    /** Corrections up to this version were read. */
    readVersion: integer('read_version'),
    /** That it may no longer be read was read; its next download begins anew. */
    readGone: boolean('read_gone').notNull().default(false),
  },
  ({ organisationId, exportId }) => [primaryKey({ columns: [organisationId, exportId] })],
);
