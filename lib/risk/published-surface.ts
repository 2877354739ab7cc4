import { clueAudience } from '../clues/clue-audience.ts';
import type { ClueAudience } from '../clues/disclosure.ts';
import { type Context, moderators, requireRole } from '../context.ts';
import { Problem } from '../errors.ts';
import type { ReleasedLand, StoredRelease } from './batches/released-land.ts';
import { findStanding } from './find-official.ts';
import type { Audience } from './input.ts';
import type { OrganisationBody } from './organisation-body.ts';
import type { PublicBody } from './public-body.ts';
import { findPublication, type Publication as Stored } from './store.ts';

export type Published<Body> = { number: number; publishedOn: string; body: Body };
export type PublicRelease = Published<PublicBody>;
export type OrganisationRelease = Published<OrganisationBody>;

/** What an audience sees until its next batch, as it was frozen, without land whose release was taken back since; null before the first. The public one is open to everybody. */
export async function publishedSurface(ctx: Context, audience: 'public'): Promise<PublicRelease | null>;
export async function publishedSurface(ctx: Context, audience: 'organisation'): Promise<OrganisationRelease | null>;
export async function publishedSurface(ctx: Context, audience: Audience) {
  const reader = audience === 'organisation' ? await requireOrganisation(ctx) : audience;
  const found = await findPublication(ctx.db, audience);
  if (!found) return null;
  const publishedOn = found.publishedAt.toISOString().slice(0, 10);
  const { sensitive, ...open } = found.body;
  const body = { ...open, ...(await releasedNow(ctx, found.body)), ...(reader === 'authority' && { sensitive }) };
  return { number: found.number, publishedOn, body };
}

// a release that was taken back is not drawn a day longer
async function releasedNow(ctx: Context, { released }: Stored['body']): Promise<{ released?: ReleasedLand[] }> {
  if (!released) return {};
  const all = released as StoredRelease[];
  const standing = await findStanding(
    ctx.db,
    all.map(({ id }) => id),
  );
  return { released: all.filter(({ id }) => standing.has(id)).map(({ id: _, ...land }) => land) };
}

/** Members of organisations under a standing agreement and their keys; moderators may look at what they publish. */
async function requireOrganisation(ctx: Context): Promise<ClueAudience> {
  if (ctx.actor.type !== 'apiKey') requireRole(ctx, 'organisation', ...moderators);
  const audience = await clueAudience(ctx);
  if (audience === 'public') throw new Problem('forbidden');
  return audience;
}
