import { type Context, moderators, requireRole } from '../context.ts';
import { parseInput } from '../parse-input.ts';
import type { Audience } from '../risk/input.ts';
import { clueAudience } from './clue-audience.ts';
import { audienceOf, forOrganisation, type OrganisationClue } from './disclosure.ts';
import { type ClueFilter, clueFilter } from './input.ts';
import { type ClueRow, loadClues, loadSharing, organisationKindOf, releasedClues } from './store.ts';

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
  const { clues, sharing } = await standing(ctx, 'organisation');
  return clues.flatMap((clue) => forOrganisation(clue, sharing.get(clue.id) ?? nobody, audience) ?? []);
}

/**
 * Of clues that an organisation took out before, by export id, those that it could still read, with their version. Asked for
 * its copies: that its agreement has ended is no matter. Its members' and keys'. Errors: forbidden, not_signed_in.
 */
export async function standingVersions(ctx: Context, exportIds: readonly string[]): Promise<Map<string, number>> {
  const { organisationId } = ctx.actor.type === 'apiKey' ? ctx.actor : requireRole(ctx, 'organisation');
  const kind = await organisationKindOf(ctx, organisationId, { ended: true });
  const audience = audienceOf({ role: 'organisation' }, kind);
  if (exportIds.length === 0 || (audience !== 'organisation' && audience !== 'authority')) return new Map();
  const publishedAt = (await releasedClues(ctx, 'organisation'))?.publishedAt;
  const clues = await loadClues(ctx, { exportIds, states: ['verified'], publishedAt, limit: exportIds.length });
  const ids = clues.map(({ id }) => id);
  const sharing = await loadSharing(ctx, ids);
  const read = clues.flatMap((clue) => forOrganisation(clue, sharing.get(clue.id) ?? nobody, audience) ?? []);
  return new Map(read.map(({ id, version }) => [id, version]));
}

/** Of an audience's newest batch, what still stands. */
async function standing(ctx: Context, audience: Audience) {
  const { ids, publishedAt } = (await releasedClues(ctx, audience)) ?? { ids: [] };
  const clues =
    ids.length === 0 ? [] : await loadClues(ctx, { ids, states: ['verified'], publishedAt, limit: ids.length });
  return { clues, sharing: await loadSharing(ctx, ids) };
}

const nobody = { ngos: false, authorities: false, published: false };
