import { sql } from 'drizzle-orm';
import { bigint, boolean, date, doublePrecision, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import * as lists from '../../lib/reports/input.ts';
import { organisations, users } from './accounts.ts';
import { at, dayRange, geometry, id } from './columns.ts';
import { places } from './places.ts';

export const reports = pgTable('reports', {
  /** Made by the client. Never exported: exports carry `exportId`. */
  id: uuid('id').primaryKey(),
  number: bigint('number', { mode: 'number' }).generatedAlwaysAsIdentity().notNull().unique(),
  exportId: uuid('export_id').notNull().unique().defaultRandom(),
  /** Digest of what was sent, so that the same id with other content is refused. */
  contentDigest: text('content_digest').notNull(),
  receiptHash: text('receipt_hash').notNull().unique(),
  practice: boolean('practice').notNull(),
  channel: text('channel', { enum: lists.channels }).notNull(),
  language: text('language').notNull(),
  submittedAt: at('submitted_at').notNull(),
  submittedBy: uuid('submitted_by').references(() => users.id),
  organisationId: uuid('organisation_id').references(() => organisations.id),

  kind: text('kind', { enum: lists.reportKinds }).notNull(),
  accidentType: text('accident_type', { enum: lists.accidentTypes }),
  killed: integer('killed'),
  injured: integer('injured'),
  unknownOutcome: integer('unknown_outcome'),
  howActivated: text('how_activated', { enum: lists.activations }),
  deviceMovedBefore: text('device_moved_before', { enum: lists.yesNoUnknown }),
  movedBy: text('moved_by', { enum: lists.movers }),
  areaMarked: text('area_marked', { enum: lists.yesNoUnknown }),
  deviceMarked: text('device_marked', { enum: lists.yesNoUnknown }),
  emplacement: text('emplacement', { enum: lists.emplacements }),
  indications: text('indications', { enum: lists.indications }).array().notNull().default(sql`'{}'::text[]`),
  description: text('description'),

  dateStart: date('date_start'),
  dateEnd: date('date_end'),
  datePrecision: text('date_precision', { enum: lists.datePrecisions }).notNull().default('unknown'),
  dateVerbatim: text('date_verbatim'),
  occurredAt: at('occurred_at'),

  reporterType: text('reporter_type', { enum: lists.reporterTypes }),
  reporterDisplacement: text('reporter_displacement', { enum: lists.displacements }),
  knowledgeBasis: text('knowledge_basis', { enum: lists.knowledgeBases }),
  knowledgeFromYear: integer('knowledge_from_year'),
  knowledgeToYear: integer('knowledge_to_year'),
  inhabitedPlaceDanger: boolean('inhabited_place_danger').notNull().default(false),

  state: text('state', { enum: lists.reportStates }).notNull().default('submitted'),
  stateReason: text('state_reason'),
  referredUrgentAt: at('referred_urgent_at'),
  mergedInto: uuid('merged_into'),
  version: integer('version').notNull().default(1),
});

/** Publishers that carried what a report tells; facts only, no page addresses of people. */
export const reportSources = pgTable('report_sources', {
  id: id(),
  reportId: uuid('report_id')
    .notNull()
    .references(() => reports.id, { onDelete: 'cascade' }),
  publisher: text('publisher').notNull(),
  publishedOn: date('published_on'),
});

/** A set: claims are added, never overwritten. */
export const locationClaims = pgTable('location_claims', {
  id: id(),
  reportId: uuid('report_id')
    .notNull()
    .references(() => reports.id, { onDelete: 'cascade' }),
  position: integer('position').notNull(),
  geometry: geometry('geometry'),
  uncertaintyMetres: doublePrecision('uncertainty_m'),
  method: text('method', { enum: lists.locationMethods }).notNull(),
  author: text('author', { enum: lists.claimAuthors }).notNull(),
  authorUserId: uuid('author_user_id').references(() => users.id),
  positionOf: text('position_of', { enum: lists.positionsOf }).notNull(),
  inputFormat: text('input_format'),
  inputText: text('input_text'),
  datum: text('datum', { enum: lists.datums }).notNull().default('wgs84'),
  placeId: text('place_id').references(() => places.id),
  placeNameAsGiven: text('place_name_as_given'),
  placeNameLanguage: text('place_name_language', { enum: lists.languages }),
  bearingDegrees: doublePrecision('bearing_degrees'),
  distanceMetres: doublePrecision('distance_m'),
  /** What the words of an offset leave open: half-angle, what the distance may be off, and what its start may be off. */
  directionErrorDegrees: doublePrecision('direction_error_degrees'),
  distanceErrorMetres: doublePrecision('distance_error_m'),
  startErrorMetres: doublePrecision('start_error_m'),
  /** The scanned map that it was read off; of `scans`, which refers to this file. */
  scanId: uuid('scan_id'),
  reason: text('reason'),
  createdAt: at('created_at').notNull().defaultNow(),
  /** The report's days, kept by triggers, so that one index finds "near, and about then"; all days when not known. */
  eventDays: dayRange('event_days').notNull().default('(,)'),
});

export const victims = pgTable('victims', {
  id: id(),
  reportId: uuid('report_id')
    .notNull()
    .references(() => reports.id, { onDelete: 'cascade' }),
  position: integer('position').notNull(),
  sex: text('sex', { enum: lists.sexes }).notNull(),
  ageBand: text('age_band', { enum: lists.ageBands }).notNull(),
  outcome: text('outcome', { enum: lists.outcomes }).notNull(),
  diedOn: date('died_on'),
  civilStatus: text('civil_status', { enum: lists.civilStatuses }).notNull(),
  activity: text('activity', { enum: lists.activities }).notNull(),
  injuries: text('injuries').array().notNull().default(sql`'{}'::text[]`),
  displacement: text('displacement', { enum: lists.displacements }),
});

export const animals = pgTable('animals', {
  id: id(),
  reportId: uuid('report_id')
    .notNull()
    .references(() => reports.id, { onDelete: 'cascade' }),
  position: integer('position').notNull(),
  species: text('species', { enum: lists.species }).notNull(),
  herdRole: text('herd_role', { enum: lists.herdRoles }),
  countKilled: integer('count_killed'),
  countInjured: integer('count_injured'),
  causeBasis: text('cause_basis', { enum: lists.causeBases }),
  humanPresent: text('human_present', { enum: lists.yesNoUnknown }).notNull(),
});

export const devices = pgTable('devices', {
  id: id(),
  reportId: uuid('report_id')
    .notNull()
    .references(() => reports.id, { onDelete: 'cascade' }),
  position: integer('position').notNull(),
  category: text('category', { enum: lists.deviceCategories }).notNull(),
  basis: text('basis', { enum: lists.deviceBases }).notNull(),
  model: text('model'),
  stackedOrTrapped: text('stacked_or_trapped', { enum: lists.yesNoUnknown }).notNull(),
});

/** Detonations are a list with order and links; victims are collapsed, detonations never. */
export const detonations = pgTable('detonations', {
  id: id(),
  reportId: uuid('report_id')
    .notNull()
    .references(() => reports.id, { onDelete: 'cascade' }),
  position: integer('position').notNull(),
  followsReportId: uuid('follows_report_id'),
  detail: jsonb('detail').$type<Record<string, unknown>>().notNull().default({}),
});
