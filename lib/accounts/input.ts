import * as z from 'zod/mini';
import { languageCode } from '../i18n/input.ts';

/** Roles of signed-in users, from least to most; a visitor without account is `public`. */
export const roles = ['organisation', 'moderator', 'lead', 'administrator'] as const;
export const organisationKinds = ['ngo', 'mine_action_authority', 'operator', 'diaspora', 'research', 'other'] as const;
/** Of an organisation, by labels that a deployment gives; null is unknown. Never published. */
export const communities = ['neutral', 'a', 'b'] as const;
export const linkPurposes = ['invitation', 'reset', 'sign_in', 'first_administrator'] as const;

export type Role = (typeof roles)[number];
export type OrganisationKind = (typeof organisationKinds)[number];
export type Community = (typeof communities)[number];
export type LinkPurpose = (typeof linkPurposes)[number];

const email = z
  .string('required')
  .check(z.trim(), z.toLowerCase(), z.maxLength(254, 'email_invalid'), z.regex(/^[^\s@]+@[^\s@]+$/, 'email_invalid'));
const name = z.string('required').check(z.trim(), z.minLength(1, 'required'), z.maxLength(120, 'text_too_long'));
// Long phrases are welcome; the bound keeps one request from hashing megabytes.
const password = z.string('required').check(z.minLength(1, 'required'), z.maxLength(256, 'password_long'));
const version = z.int();
const organisationId = z.nullable(z.uuid('organisation_required'));

export const signInInput = z.object({
  email,
  password,
  /** Where the request comes from: hashed at once, kept in memory only. */
  address: z._default(z.string(), ''),
});

export const redeemInput = z.object({
  token: z.string(),
  password: z.optional(password),
  /** The statement of being 18 or older, asked when an account is accepted. */
  adult: z._default(z.boolean(), false),
  /** The first administrator's own; other accounts have theirs from the invitation. */
  email: z.optional(email),
  name: z.optional(name),
});

export const passwordInput = z.object({ current: z.optional(z.string()), password });

export const invitationInput = z.object({
  email,
  name,
  role: z.enum(roles, 'role_required'),
  organisationId,
  language: z._default(languageCode(), 'en'),
});

export const roleInput = z.object({
  userId: z.uuid(),
  role: z.enum(roles, 'role_required'),
  organisationId,
  version,
  reason: z.optional(z.string().check(z.trim(), z.maxLength(500, 'text_too_long'))),
});

export const organisationInput = z.object({
  organisationId: z.optional(z.uuid()),
  name,
  kind: z.enum(organisationKinds, 'kind_required'),
  agreementText: z.nullable(z.string().check(z.trim(), z.maxLength(20_000, 'text_too_long'))),
  /** The day until which the agreement holds, YYYY-MM-DD. */
  agreementUntil: z.nullable(z.iso.date('date_invalid')),
  /** Of the row that is changed; absent for a new one. */
  version: z.optional(version),
});

export const communityInput = z.object({
  organisationId: z.uuid('organisation_required'),
  community: z.nullable(z.enum(communities, 'community_invalid')),
  version,
});

export const apiKeyInput = z.object({ organisationId: z.uuid('organisation_required'), label: name });
