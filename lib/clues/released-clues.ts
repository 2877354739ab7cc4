import { type Context, requireRole } from '../context.ts';
import type { Audience } from '../risk/input.ts';
import { type Disclosable, disclosedFields, forPublic, type Sharing } from './disclosure.ts';
import { loadClues, loadSharing, newestBatch, type SinceThen, sinceThen } from './store.ts';

/** A clue as it stood when a batch was published, and whom it could be told to then. */
export type ReleasedClue = Disclosable & { sharing: Sharing };

/**
 * What a batch keeps of these clues: as they stand now, for the public those that were told by publishers alone. A job's or an
 * administrator's. Errors: forbidden, not_signed_in.
 */
export async function keepClues(ctx: Context, audience: Audience, ids: readonly string[]): Promise<ReleasedClue[]> {
  if (ctx.actor.type !== 'job') requireRole(ctx, 'administrator');
  return standingNow(ctx, audience, ids);
}

async function standingNow(ctx: Context, audience: Audience, ids: readonly string[]): Promise<ReleasedClue[]> {
  const clues = ids.length === 0 ? [] : await loadClues(ctx, { ids, states: ['verified'], limit: ids.length });
  const sharing = await loadSharing(ctx, ids);
  return clues
    .map((clue) => ({ ...disclosed(clue), sharing: sharing.get(clue.id) ?? nobody }))
    .filter((clue) => audience === 'organisation' || forPublic(clue, clue.sharing));
}

export type Released = { then: ReleasedClue; now: ReleasedClue | null };

/**
 * The clues of an audience's newest batch, all or some by export id: `then` as it gave them out, `now` what is left of that. A
 * correction waits for the next batch; what was withdrawn, what its reporters share no more, and what lies in a zone that was
 * marked since, is gone at once.
 */
export async function releasedClues(
  ctx: Context,
  audience: Audience,
  exportIds?: readonly string[],
): Promise<Released[]> {
  const batch = await newestBatch(ctx, audience);
  if (!batch) return [];
  const { publishedAt, ids } = batch;
  // a batch from before clues were kept with it
  const all = (batch.clues as Stored[] | null)?.map(revived) ?? (await standingNow(ctx, audience, ids));
  const wanted = exportIds && new Set(exportIds.map((id) => id.toLowerCase()));
  const kept = wanted ? all.filter(({ exportId }) => wanted.has(exportId)) : all;
  const since = await sinceThen(ctx, kept, publishedAt);
  return kept.map((then) => ({ then, now: left(then, since.get(then.id)) }));
}

function left(then: ReleasedClue, since: SinceThen | undefined): ReleasedClue | null {
  if (!since?.stands) return null;
  const { ngos, authorities, published } = then.sharing;
  return {
    ...then,
    sensitive: then.sensitive || since.sensitive,
    // a report that joined since says nothing of what publishers told before
    sharing: { ngos: ngos && since.ngos, authorities: authorities && since.authorities, published },
  };
}

const disclosed = (clue: Disclosable): Disclosable =>
  Object.fromEntries(disclosedFields.map((field) => [field, clue[field]])) as Disclosable;

type Stored = Omit<ReleasedClue, 'verifiedAt'> & { verifiedAt: string | null };
const revived = ({ verifiedAt, ...clue }: Stored): ReleasedClue => ({
  ...clue,
  verifiedAt: verifiedAt === null ? null : new Date(verifiedAt),
});

const nobody: Sharing = { ngos: false, authorities: false, published: false };
