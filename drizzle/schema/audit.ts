import { bigint, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { at } from './columns.ts';

export const auditEvents = pgTable('audit_events', {
  id: bigint('id', { mode: 'number' }).generatedAlwaysAsIdentity().primaryKey(),
  at: at('at').notNull(),
  actorType: text('actor_type').notNull(),
  actorId: text('actor_id'),
  requestId: text('request_id').notNull(),
  /** `<domain>.<verb>`: report.submit, clue.verify, account.sign_in. */
  action: text('action').notNull(),
  subjectType: text('subject_type').notNull(),
  subjectId: text('subject_id').notNull(),
  reason: text('reason'),
  detail: jsonb('detail').$type<Record<string, unknown>>().notNull().default({}),
});
