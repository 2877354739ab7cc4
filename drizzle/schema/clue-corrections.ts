import { integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { correctionStates } from '../../lib/clues/corrections/input.ts';
import { users } from './accounts.ts';
import { clues } from './clues.ts';
import { at, id } from './columns.ts';

/** What a verified clue said before and says after a correction; the clue changes when a second person confirms. */
export const clueCorrections = pgTable('clue_corrections', {
  id: id(),
  clueId: uuid('clue_id')
    .notNull()
    .references(() => clues.id),
  /** The version that the correction is based on. */
  clueVersion: integer('clue_version').notNull(),
  state: text('state', { enum: correctionStates }).notNull(),
  was: jsonb('was').$type<Record<string, unknown>>().notNull(),
  becomes: jsonb('becomes').$type<Record<string, unknown>>().notNull(),
  /** Field -> [before, after]; the place as moved, never where. */
  changed: jsonb('changed').$type<Record<string, [unknown, unknown]>>().notNull(),
  reason: text('reason').notNull(),
  proposedBy: uuid('proposed_by')
    .notNull()
    .references(() => users.id),
  proposedAt: at('proposed_at').notNull(),
  decidedBy: uuid('decided_by').references(() => users.id),
  decidedAt: at('decided_at'),
  decidedReason: text('decided_reason'),
});
