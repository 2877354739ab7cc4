import { bigint, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { at } from './columns.ts';

/** Written in the transaction of the change that it tells of; a job hands it on. */
export const outboxEvents = pgTable('outbox_events', {
  id: bigint('id', { mode: 'number' }).generatedAlwaysAsIdentity().primaryKey(),
  at: at('at').notNull(),
  type: text('type').notNull(),
  payload: jsonb('payload').$type<Record<string, unknown>>().notNull(),
  dispatchedAt: at('dispatched_at'),
});
