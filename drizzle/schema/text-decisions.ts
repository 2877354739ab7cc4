import { bigint, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { type TextSpan, textActs } from '../../lib/triage/text/input.ts';
import { users } from './accounts.ts';
import { at, id } from './columns.ts';
import { reports } from './reports.ts';

/** Append-only: what of a report's text is hidden, as it stood after each act. */
export const textDecisions = pgTable('text_decisions', {
  id: id(),
  number: bigint('number', { mode: 'number' }).generatedAlwaysAsIdentity().notNull().unique(),
  reportId: uuid('report_id')
    .notNull()
    .references(() => reports.id, { onDelete: 'cascade' }),
  act: text('act', { enum: textActs }).notNull(),
  /** Keyed digest of the text that was read: for any other text the act says nothing. */
  textDigest: text('text_digest').notNull(),
  spans: jsonb('spans').$type<TextSpan[]>().notNull(),
  /** The act that an undo undoes. */
  aboutId: uuid('about_id'),
  byUserId: uuid('by_user_id')
    .notNull()
    .references(() => users.id),
  at: at('at').notNull(),
});
