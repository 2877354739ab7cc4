import { integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { audiences } from '../../lib/risk/input.ts';
import { organisations, users } from './accounts.ts';
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
