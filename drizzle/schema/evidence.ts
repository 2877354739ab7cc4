import { bigint, boolean, date, doublePrecision, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { evidenceItemKinds, itemConsents, tieKinds } from '../../lib/triage/evidence-items/input.ts';
import { infoCredibilities, sourceClasses, sourceReliabilities } from '../../lib/triage/input.ts';
import { users } from './accounts.ts';
import { at, id } from './columns.ts';
import { incidents } from './triage.ts';

/** Evidence that is no report. Append-only: a newer item supersedes an older one, which keeps its values. */
export const evidenceItems = pgTable('evidence_items', {
  id: id(),
  number: bigint('number', { mode: 'number' }).generatedAlwaysAsIdentity().notNull().unique(),
  incidentId: uuid('incident_id')
    .notNull()
    .references(() => incidents.id),
  kind: text('kind', { enum: evidenceItemKinds }).notNull(),
  /** What it says; moderators' only. */
  summary: text('summary').notNull(),
  reference: text('reference'),
  datedOn: date('dated_on'),
  /** How closely the piece itself places the event; null when it does not. */
  locatedMetres: doublePrecision('located_m'),
  detonationAttested: boolean('detonation_attested').notNull(),
  recordChecked: boolean('record_checked').notNull(),
  sourceReliability: text('source_reliability', { enum: sourceReliabilities }).notNull(),
  infoCredibility: text('info_credibility', { enum: infoCredibilities }).notNull(),
  sourceClass: text('source_class', { enum: sourceClasses }).notNull(),
  independenceGroup: text('independence_group').notNull(),
  consent: text('consent', { enum: itemConsents }).notNull(),
  /** Perceptual hash of a picture, 64 bits in hexadecimal. */
  imageHash: text('image_hash'),
  recordedBy: uuid('recorded_by')
    .notNull()
    .references(() => users.id),
  recordedAt: at('recorded_at').notNull(),
  supersedesId: uuid('supersedes_id'),
  supersededAt: at('superseded_at'),
  supersededBy: uuid('superseded_by').references(() => users.id),
  supersededReason: text('superseded_reason'),
});

/** Two pieces, by their spoken ids, that count once together. */
export const evidenceTies = pgTable('evidence_ties', {
  id: id(),
  incidentId: uuid('incident_id')
    .notNull()
    .references(() => incidents.id),
  kind: text('kind', { enum: tieKinds }).notNull(),
  oneRef: text('one_ref').notNull(),
  otherRef: text('other_ref').notNull(),
  reason: text('reason').notNull(),
  tiedBy: uuid('tied_by')
    .notNull()
    .references(() => users.id),
  tiedAt: at('tied_at').notNull(),
  untiedBy: uuid('untied_by').references(() => users.id),
  untiedAt: at('untied_at'),
  untiedReason: text('untied_reason'),
});

/** Every version of the mapping to evidence classes; the newest counts. */
export const evidenceTables = pgTable('evidence_tables', {
  id: id(),
  number: integer('number').notNull().unique(),
  rows: jsonb('rows').$type<{ kind: string; condition: string; evidenceClass: string }[]>().notNull(),
  reason: text('reason').notNull(),
  /** The version whose rows it brings back. */
  restores: integer('restores'),
  savedBy: uuid('saved_by')
    .notNull()
    .references(() => users.id),
  savedAt: at('saved_at').notNull(),
});
