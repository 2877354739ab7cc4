import type { Context } from '../context.ts';
import { audienceOf, type ClueAudience } from './disclosure.ts';
import { organisationKindOf } from './store.ts';

/** By which whitelist the asking person reads clues. */
export async function clueAudience(ctx: Context): Promise<ClueAudience> {
  const { actor } = ctx;
  if (actor.type === 'job') return 'moderator';
  if (actor.type === 'apiKey')
    return audienceOf({ role: 'organisation' }, await organisationKindOf(ctx, actor.organisationId));
  if (actor.type !== 'user') return 'public';
  return audienceOf(actor, await organisationKindOf(ctx, actor.organisationId));
}
