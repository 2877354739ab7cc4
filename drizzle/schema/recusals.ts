import { pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { users } from './accounts.ts';
import { at, id } from './columns.ts';
import { incidents } from './triage.ts';

/** Who takes no part in deciding on an incident. Append-only; the reason is the leads'. */
export const recusals = pgTable('recusals', {
  id: id(),
  incidentId: uuid('incident_id')
    .notNull()
    .references(() => incidents.id),
  userId: uuid('user_id')
    .notNull()
    .references(() => users.id),
  reason: text('reason').notNull(),
  recusedBy: uuid('recused_by')
    .notNull()
    .references(() => users.id),
  recusedAt: at('recused_at').notNull(),
});
