import { type Context, moderators, requireRole } from '../context.ts';
import { parseInput } from '../parse-input.ts';
import { clueAudience } from './clue-audience.ts';
import { audienceOf, forOrganisation, type OrganisationClue } from './disclosure.ts';
import { type ClueFilter, clueFilter } from './input.ts';
import { releasedClues } from './released-clues.ts';
import { type ClueRow, loadClues, organisationKindOf } from './store.ts';

/** Everything about the clues, for those who assess, and for jobs. Errors: forbidden, not_signed_in. */
export async function listClues(ctx: Context, filter: ClueFilter = {}): Promise<ClueRow[]> {
  if (ctx.actor.type !== 'job') requireRole(ctx, ...moderators);
  return loadClues(ctx, parseInput(clueFilter, filter));
}

/**
 * What the asking organisation may read: verified clues of its newest batch, as they stood then, whose reporters allowed it.
 * Moderators and jobs see what an organisation would. Errors: forbidden, not_signed_in.
 */
export const listSharedClues = async (ctx: Context): Promise<OrganisationClue[]> => (await sharedRelease(ctx)).clues;

/** The same, and how many clues were in the batch that are not to be read any more. */
export async function sharedRelease(ctx: Context): Promise<{ clues: OrganisationClue[]; removed: number }> {
  const own = await clueAudience(ctx);
  if (own === 'public') requireRole(ctx, 'organisation', ...moderators);
  if (own === 'public') return { clues: [], removed: 0 };
  const audience = own === 'authority' ? 'authority' : 'organisation';
  const released = await releasedClues(ctx, 'organisation');
  const given = released.filter(({ then }) => forOrganisation(then, then.sharing, audience));
  const clues = given.flatMap(({ now }) => (now && forOrganisation(now, now.sharing, audience)) ?? []);
  return { clues, removed: given.length - clues.length };
}

/**
 * Of clues that an organisation took out before, by export id, those that it could still read, with the version of its newest
 * batch. Asked for its copies: that its agreement has ended is no matter. Its members' and keys'. Errors: forbidden, not_signed_in.
 */
export async function standingVersions(ctx: Context, exportIds: readonly string[]): Promise<Map<string, number>> {
  const { organisationId } = ctx.actor.type === 'apiKey' ? ctx.actor : requireRole(ctx, 'organisation');
  const kind = await organisationKindOf(ctx, organisationId, { ended: true });
  const audience = audienceOf({ role: 'organisation' }, kind);
  if (exportIds.length === 0 || (audience !== 'organisation' && audience !== 'authority')) return new Map();
  const released = await releasedClues(ctx, 'organisation', exportIds);
  const read = released.flatMap(({ now }) => (now && forOrganisation(now, now.sharing, audience)) ?? []);
  return new Map(read.map(({ id, version }) => [id, version]));
}
