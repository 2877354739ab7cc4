import { bigint, boolean, date, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { datePrecisions, reportKinds } from '../../lib/reports/input.ts';
import { evidenceClasses, infoCredibilities, sourceClasses, sourceReliabilities } from '../../lib/triage/input.ts';
import { users } from './accounts.ts';
import { at, id } from './columns.ts';
import { reports } from './reports.ts';

/** One event or presence, told by any number of reports. */
export const incidents = pgTable('incidents', {
  id: id(),
  number: bigint('number', { mode: 'number' }).generatedAlwaysAsIdentity().notNull().unique(),
  kind: text('kind', { enum: reportKinds }).notNull(),
  dateStart: date('date_start'),
  dateEnd: date('date_end'),
  datePrecision: text('date_precision', { enum: datePrecisions }).notNull().default('unknown'),
  practice: boolean('practice').notNull(),
  createdBy: uuid('created_by')
    .notNull()
    .references(() => users.id),
  createdAt: at('created_at').notNull().defaultNow(),
  version: integer('version').notNull().default(1),
});

/** Membership with its history: a report leaves by `removedAt`, nothing is destroyed. */
export const incidentReports = pgTable('incident_reports', {
  id: id(),
  incidentId: uuid('incident_id')
    .notNull()
    .references(() => incidents.id),
  reportId: uuid('report_id')
    .notNull()
    .references(() => reports.id),
  addedBy: uuid('added_by')
    .notNull()
    .references(() => users.id),
  addedAt: at('added_at').notNull().defaultNow(),
  removedBy: uuid('removed_by').references(() => users.id),
  removedAt: at('removed_at'),
  reason: text('reason'),
});

/** The evidence ledger: append-only, the newest row of a report without `supersededAt` counts. */
export const assessments = pgTable('assessments', {
  id: id(),
  reportId: uuid('report_id')
    .notNull()
    .references(() => reports.id),
  evidenceClass: text('evidence_class', { enum: evidenceClasses }).notNull(),
  evidenceReason: text('evidence_reason').notNull(),
  sourceReliability: text('source_reliability', { enum: sourceReliabilities }).notNull(),
  infoCredibility: text('info_credibility', { enum: infoCredibilities }).notNull(),
  sourceClass: text('source_class', { enum: sourceClasses }).notNull(),
  /** Items that share a chain of knowledge carry the same word and count once. */
  independenceGroup: text('independence_group').notNull(),
  detonationAttested: boolean('detonation_attested').notNull(),
  recordChecked: boolean('record_checked').notNull().default(false),
  note: text('note'),
  gradedBy: uuid('graded_by')
    .notNull()
    .references(() => users.id),
  gradedAt: at('graded_at').notNull().defaultNow(),
  supersededAt: at('superseded_at'),
});
