import type { Role } from './accounts/input.ts';
import type { Database } from './db/client.ts';
import { Problem } from './errors.ts';
import { newId } from './ids.ts';

export type UserActor = { type: 'user'; userId: string; role: Role; organisationId: string | null };
export type Actor =
  | { type: 'public' }
  | { type: 'receipt'; reportId: string }
  | UserActor
  | { type: 'apiKey'; apiKeyId: string; organisationId: string }
  | { type: 'job'; name: string };

/** Who asks, in which request, when, and on which connection: the first argument of every verb. */
export type Context = { actor: Actor; requestId: string; now: Date; db: Database };

export const makeContext = (db: Database, actor: Actor = { type: 'public' }, now = new Date()): Context => ({
  actor,
  requestId: newId(),
  now,
  db,
});

/** A signed-in user with one of these roles, or a refusal. Roles do not include each other: an administrator is no moderator. */
export function requireRole(ctx: Context, ...allowed: [Role, ...Role[]]): UserActor {
  const { actor } = ctx;
  if (actor.type !== 'user') throw new Problem('not_signed_in');
  if (!allowed.includes(actor.role)) throw new Problem('forbidden');
  return actor;
}

/** Those who assess, propose and verify. */
export const moderators = ['moderator', 'lead'] as const;
