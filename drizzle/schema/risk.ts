import { bigint, date, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { audiences } from '../../lib/risk/input.ts';
import { at, bytes, id } from './columns.ts';

/** One computed surface: the artifact says grid, model, parameters and input digest again inside. */
export const riskVersions = pgTable('risk_versions', {
  id: id(),
  number: bigint('number', { mode: 'number' }).generatedAlwaysAsIdentity().notNull().unique(),
  computedAt: at('computed_at').notNull(),
  asOf: date('as_of').notNull(),
  modelVersion: text('model_version').notNull(),
  inputDigest: text('input_digest').notNull(),
  clueCount: integer('clue_count').notNull(),
  cellCount: integer('cell_count').notNull(),
  artifact: bytes('artifact').notNull(),
  /** What it was computed from (version-inputs.ts), so that it can be computed again; null in versions from before. */
  inputs: bytes('inputs'),
});

/** What an audience sees until its next batch. */
export const riskPublications = pgTable(
  'risk_publications',
  {
    id: id(),
    /** From 1 for each audience. */
    number: bigint('number', { mode: 'number' }).notNull(),
    audience: text('audience', { enum: audiences }).notNull(),
    riskVersionId: uuid('risk_version_id')
      .notNull()
      .references(() => riskVersions.id),
    publishedAt: at('published_at').notNull(),
    /** The clues that the batch released to this audience. */
    clueIds: uuid('clue_ids').array().notNull(),
    /** Of these, what readers are told one by one, as it stood (lib/clues/released-clues.ts): kept for the newest batch only. */
    cluesThen: jsonb('clues_then').$type<unknown[]>(),
    body: jsonb('body').$type<Record<string, unknown>>().notNull(),
    /** Of the public batch, for the organisations' until the next public one (lib/risk/batches/withheld.ts); leaves by itself to nobody. */
    withheld: jsonb('withheld').$type<Record<string, unknown>>(),
  },
  ({ audience, number }) => [unique('risk_publications_number').on(audience, number)],
);
