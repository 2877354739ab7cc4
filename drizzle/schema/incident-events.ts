import { bigint, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { incidentEventKinds, incidentFields, linkKinds } from '../../lib/triage/incidents/input.ts';
import { users } from './accounts.ts';
import { at, id } from './columns.ts';
import { reports } from './reports.ts';
import { incidents } from './triage.ts';

/** What moderators did to incidents, append-only: an undo is an event of its own that names what it undoes. */
export const incidentEvents = pgTable('incident_events', {
  id: id(),
  number: bigint('number', { mode: 'number' }).generatedAlwaysAsIdentity().notNull().unique(),
  kind: text('kind', { enum: incidentEventKinds }).notNull(),
  incidentId: uuid('incident_id')
    .notNull()
    .references(() => incidents.id),
  /** Merged from, split off into, or linked to. */
  otherIncidentId: uuid('other_incident_id').references(() => incidents.id),
  /** Reports that changed their incident; null is none. */
  moves: jsonb('moves').$type<{ reportId: string; from: string | null; to: string | null }[]>().notNull().default([]),
  /** A choice: which field counts as which report tells it. */
  field: text('field', { enum: incidentFields }),
  reportId: uuid('report_id').references(() => reports.id),
  /** A choice's value when it was made, and the choices that a merge brought along. */
  detail: jsonb('detail').$type<Record<string, unknown>>().notNull().default({}),
  linkKind: text('link_kind', { enum: linkKinds }),
  linkOrder: integer('link_order'),
  /** The event that an undo undoes, or the link that an unlinking ends. */
  aboutId: uuid('about_id'),
  reason: text('reason'),
  byUserId: uuid('by_user_id')
    .notNull()
    .references(() => users.id),
  at: at('at').notNull(),
});
