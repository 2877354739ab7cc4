import { bigint, boolean, date, doublePrecision, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { clueKinds, clueStates, clueDecisions as decisions, precisionClasses } from '../../lib/clues/input.ts';
import { datePrecisions, deviceCategories } from '../../lib/reports/input.ts';
import { evidenceClasses, infoCredibilities, sourceClasses, sourceReliabilities } from '../../lib/triage/input.ts';
import { users } from './accounts.ts';
import { at, geometry, id } from './columns.ts';
import { places } from './places.ts';
import { incidents } from './triage.ts';

export const clues = pgTable('clues', {
  id: id(),
  number: bigint('number', { mode: 'number' }).generatedAlwaysAsIdentity().notNull().unique(),
  exportId: uuid('export_id').notNull().unique().defaultRandom(),
  incidentId: uuid('incident_id')
    .notNull()
    .references(() => incidents.id),
  kind: text('kind', { enum: clueKinds }).notNull(),
  state: text('state', { enum: clueStates }).notNull(),
  practice: boolean('practice').notNull(),

  geometry: geometry('geometry').notNull(),
  uncertaintyMetres: doublePrecision('uncertainty_m').notNull(),
  precisionClass: text('precision_class', { enum: precisionClasses }).notNull(),
  placeId: text('place_id').references(() => places.id),
  districtId: text('district_id'),

  dateStart: date('date_start'),
  dateEnd: date('date_end'),
  datePrecision: text('date_precision', { enum: datePrecisions }).notNull(),
  dateReported: date('date_reported').notNull(),
  killed: integer('killed'),
  injured: integer('injured'),
  animalsKilled: integer('animals_killed'),
  deviceCategory: text('device_category', { enum: deviceCategories }).notNull(),

  evidenceClass: text('evidence_class', { enum: evidenceClasses }).notNull(),
  sourceReliability: text('source_reliability', { enum: sourceReliabilities }).notNull(),
  infoCredibility: text('info_credibility', { enum: infoCredibilities }).notNull(),
  independentSources: integer('independent_sources').notNull(),
  sourceClass: text('source_class', { enum: sourceClasses }).notNull(),
  /** The grade line by line, as computed when proposed. */
  grounds: jsonb('grounds')
    .$type<{ rule: string; met: boolean; detail?: Record<string, string | number> }[]>()
    .notNull(),
  /** The version of the mapping to evidence classes that it was graded with. */
  evidenceTable: integer('evidence_table').notNull().default(0),
  /** Already public facts (media, official statements) may be listed by settlement with publisher and date. */
  publishers: jsonb('publishers').$type<{ publisher: string; publishedOn?: string }[]>().notNull().default([]),

  proposedBy: uuid('proposed_by')
    .notNull()
    .references(() => users.id),
  proposedAt: at('proposed_at').notNull(),
  verifiedBy: uuid('verified_by').references(() => users.id),
  verifiedAt: at('verified_at'),
  closedAt: at('closed_at'),
  /** The verified clue that took its place. */
  supersededBy: uuid('superseded_by'),
  version: integer('version').notNull().default(1),
});

export const clueDecisions = pgTable('clue_decisions', {
  id: id(),
  clueId: uuid('clue_id')
    .notNull()
    .references(() => clues.id),
  decision: text('decision', { enum: decisions }).notNull(),
  decidedBy: uuid('decided_by')
    .notNull()
    .references(() => users.id),
  decidedAt: at('decided_at').notNull(),
  reason: text('reason'),
  clueVersion: integer('clue_version').notNull(),
});
