import { boolean, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { communities, type LinkPurpose, organisationKinds, type Role } from '../../lib/accounts/input.ts';
import { at, id } from './columns.ts';

export const organisations = pgTable('organisations', {
  id: id(),
  name: text('name').notNull(),
  kind: text('kind', { enum: organisationKinds }).notNull(),
  /** For the rule on the second person only; never published. */
  community: text('community', { enum: communities }),
  agreementText: text('agreement_text'),
  agreementUntil: at('agreement_until'),
  closedAt: at('closed_at'),
  createdAt: at('created_at').notNull().defaultNow(),
  version: integer('version').notNull().default(1),
});

export const users = pgTable('users', {
  id: id(),
  email: text('email').notNull().unique(),
  name: text('name').notNull(),
  /** argon2id in PHC form; null until the person has chosen one. */
  passwordHash: text('password_hash'),
  role: text('role').$type<Role>().notNull(),
  organisationId: uuid('organisation_id').references(() => organisations.id),
  language: text('language').notNull().default('en'),
  demonstration: boolean('demonstration').notNull().default(false),
  closedAt: at('closed_at'),
  createdAt: at('created_at').notNull().defaultNow(),
  version: integer('version').notNull().default(1),
});

export const sessions = pgTable('sessions', {
  id: id(),
  userId: uuid('user_id')
    .notNull()
    .references(() => users.id),
  createdAt: at('created_at').notNull().defaultNow(),
  lastSeenAt: at('last_seen_at').notNull().defaultNow(),
  expiresAt: at('expires_at').notNull(),
  revokedAt: at('revoked_at'),
});

/** Invitation, reset and sign-in links: only the token's hash is kept. */
export const oneTimeLinks = pgTable('one_time_links', {
  id: id(),
  tokenHash: text('token_hash').notNull().unique(),
  purpose: text('purpose').$type<LinkPurpose>().notNull(),
  userId: uuid('user_id')
    .notNull()
    .references(() => users.id),
  createdBy: uuid('created_by').references(() => users.id),
  createdAt: at('created_at').notNull().defaultNow(),
  expiresAt: at('expires_at').notNull(),
  usedAt: at('used_at'),
});

export const apiKeys = pgTable('api_keys', {
  id: id(),
  organisationId: uuid('organisation_id')
    .notNull()
    .references(() => organisations.id),
  label: text('label').notNull(),
  prefix: text('prefix').notNull().unique(),
  secretHash: text('secret_hash').notNull(),
  createdBy: uuid('created_by')
    .notNull()
    .references(() => users.id),
  createdAt: at('created_at').notNull().defaultNow(),
  lastUsedAt: at('last_used_at'),
  revokedAt: at('revoked_at'),
});
