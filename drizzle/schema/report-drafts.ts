import { integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { organisations, users } from './accounts.ts';
import { at } from './columns.ts';

/** Reports that a signed-in person has begun; nobody but that account opens them. */
export const reportDrafts = pgTable('report_drafts', {
  /** The id that the report will have. */
  id: uuid('id').primaryKey(),
  userId: uuid('user_id')
    .notNull()
    .references(() => users.id),
  organisationId: uuid('organisation_id').references(() => organisations.id),
  language: text('language').notNull(),
  /** The page to go on with. */
  step: text('step').notNull(),
  /** All answers under the server's seal; after sending only what another like it takes over. */
  sealed: text('sealed').notNull(),
  /** Which opened copy wrote last. */
  editor: uuid('editor').notNull(),
  version: integer('version').notNull().default(1),
  savedAt: at('saved_at').notNull(),
  expiresAt: at('expires_at').notNull(),
  sentAt: at('sent_at'),
});
