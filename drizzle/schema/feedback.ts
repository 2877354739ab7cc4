import { type AnyPgColumn, boolean, date, doublePrecision, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { feedbackMethods, feedbackOutcomes, feedbackStates } from '../../lib/clues/feedback/input.ts';
import { clueKinds, precisionClasses } from '../../lib/clues/input.ts';
import { infoCredibilities } from '../../lib/triage/input.ts';
import { users } from './accounts.ts';
import { clues } from './clues.ts';
import { at, geometry, id } from './columns.ts';

/** What an authority or operator reports back about a clue. Nothing is overwritten: a correction is a row of its own. */
export const officialFeedback = pgTable('official_feedback', {
  id: id(),
  clueId: uuid('clue_id')
    .notNull()
    .references(() => clues.id),
  state: text('state', { enum: feedbackStates }).notNull().default('recorded'),
  authority: text('authority').notNull(),
  document: text('document').notNull(),
  method: text('method', { enum: feedbackMethods }).notNull(),
  outcome: text('outcome', { enum: feedbackOutcomes }).notNull(),
  carriedOutOn: date('carried_out_on').notNull(),
  surveyed: geometry('surveyed'),
  /** Share of the clue's 95 % shape that `surveyed` covers, 0 to 1. */
  coverage: doublePrecision('coverage').notNull(),
  /** Whether it judges the type of evidence, by the 95 % rule. */
  counted: boolean('counted').notNull(),
  note: text('note'),
  /** The type of evidence as it was when judged; never who sent it. */
  clueKind: text('clue_kind', { enum: clueKinds }).notNull(),
  precisionClass: text('precision_class', { enum: precisionClasses }).notNull(),
  infoCredibility: text('info_credibility', { enum: infoCredibilities }).notNull(),
  corrects: uuid('corrects').references((): AnyPgColumn => officialFeedback.id),
  recordedBy: uuid('recorded_by')
    .notNull()
    .references(() => users.id),
  recordedAt: at('recorded_at').notNull(),
  confirmedBy: uuid('confirmed_by').references(() => users.id),
  confirmedAt: at('confirmed_at'),
  withdrawnBy: uuid('withdrawn_by').references(() => users.id),
  withdrawnAt: at('withdrawn_at'),
  withdrawalReason: text('withdrawal_reason'),
  version: integer('version').notNull().default(1),
});
