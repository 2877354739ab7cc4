import type { Context } from '../../context.ts';

/** For whom the asking member or key takes data out; null for a moderator, who only looks at what leaves. */
export function organisationOf({ actor }: Context): string | null {
  if (actor.type === 'apiKey') return actor.organisationId;
  return actor.type === 'user' && actor.role === 'organisation' ? actor.organisationId : null;
}
