import { integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { referralMethods } from '../../lib/triage/urgent/input.ts';
import { users } from './accounts.ts';
import { at, id } from './columns.ts';
import { reports } from './reports.ts';

/** That a report was passed on in an emergency. Append-only; what was passed and to whom goes when the report is taken back. */
export const urgentReferrals = pgTable('urgent_referrals', {
  id: id(),
  reportId: uuid('report_id')
    .notNull()
    .references(() => reports.id, { onDelete: 'cascade' }),
  /** The report's version that this made; its audit row carries the same. */
  reportVersion: integer('report_version').notNull(),
  passedTo: text('passed_to'),
  how: text('how', { enum: referralMethods }).notNull(),
  passedAt: at('passed_at').notNull(),
  /** Exactly what was passed on: see lib/triage/urgent/passed-on.ts. Not in the audit trail, which is read more widely than places. */
  passed: jsonb('passed').$type<Record<string, unknown>>(),
  recordedBy: uuid('recorded_by')
    .notNull()
    .references(() => users.id),
  recordedAt: at('recorded_at').notNull(),
});
