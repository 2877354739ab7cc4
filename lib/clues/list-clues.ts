import { type Context, moderators, requireRole } from '../context.ts';
import { parseInput } from '../parse-input.ts';
import { clueAudience } from './clue-audience.ts';
import { forOrganisation, forPublic, type OrganisationClue, type PublicClue } from './disclosure.ts';
import { type ClueFilter, clueFilter } from './input.ts';
import { type ClueRow, loadClues, loadSharing, releasedClueIds } from './store.ts';

/** Everything about the clues, for those who assess, and for jobs. Errors: forbidden, not_signed_in. */
export async function listClues(ctx: Context, filter: ClueFilter = {}): Promise<ClueRow[]> {
  if (ctx.actor.type !== 'job') requireRole(ctx, ...moderators);
  return loadClues(ctx, parseInput(clueFilter, filter));
}

/**
 * What the asking organisation may read: verified clues of its newest batch, whose reporters allowed it.
 * Moderators and jobs see what an organisation would. Errors: forbidden, not_signed_in.
 */
export async function listSharedClues(ctx: Context): Promise<OrganisationClue[]> {
  const own = await clueAudience(ctx);
  if (own === 'public') requireRole(ctx, 'organisation', ...moderators);
  if (own === 'public') return [];
  const audience = own === 'authority' ? 'authority' : 'organisation';
  const ids = await releasedClueIds(ctx, 'organisation');
  const clues = ids.length === 0 ? [] : await loadClues(ctx, { ids, states: ['verified'] });
  const sharing = await loadSharing(ctx, ids);
  return clues.flatMap((clue) => forOrganisation(clue, sharing.get(clue.id) ?? nobody, audience) ?? []);
}

/** What was already public, by settlement with publisher and date, as of the newest public batch. For everybody. */
export async function listPublishedEvents(ctx: Context): Promise<PublicClue[]> {
  const ids = await releasedClueIds(ctx, 'public');
  const clues = ids.length === 0 ? [] : await loadClues(ctx, { ids, states: ['verified'] });
  const sharing = await loadSharing(ctx, ids);
  return clues.flatMap((clue) => forPublic(clue, sharing.get(clue.id) ?? nobody) ?? []);
}

const nobody = { ngos: false, authorities: false, published: false };
