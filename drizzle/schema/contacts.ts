import { boolean, integer, jsonb, pgSchema, text, uuid } from 'drizzle-orm/pg-core';
import { at, bytes, id } from './columns.ts';
import { reports } from './reports.ts';

/** A schema of its own, so that a database role can be kept from it. */
export const confidential = pgSchema('confidential');

/** AES-256-GCM under a key that is not in the database. */
export const contacts = confidential.table('contacts', {
  id: id(),
  reportId: uuid('report_id')
    .notNull()
    .references(() => reports.id, { onDelete: 'cascade' }),
  ciphertext: bytes('ciphertext'),
  keyVersion: integer('key_version').notNull(),
  createdAt: at('created_at').notNull().defaultNow(),
  erasedAt: at('erased_at'),
});

export const consents = confidential.table('consents', {
  id: id(),
  reportId: uuid('report_id')
    .notNull()
    .references(() => reports.id, { onDelete: 'cascade' }),
  textVersion: text('text_version').notNull(),
  language: text('language').notNull(),
  method: text('method', { enum: ['form', 'interview', 'import'] }).notNull(),
  shareWithAuthorities: boolean('share_with_authorities').notNull(),
  shareWithNgos: boolean('share_with_ngos').notNull(),
  contactMe: boolean('contact_me').notNull(),
  photoUse: boolean('photo_use').notNull(),
  guardian: boolean('guardian').notNull(),
  givenAt: at('given_at').notNull(),
  withdrawnAt: at('withdrawn_at'),
  /** Purposes taken back one by one, each with its time; their flags above are off since. */
  purposesWithdrawn: jsonb('purposes_withdrawn').$type<Record<string, string>>().notNull().default({}),
});
