import { createHash } from 'node:crypto';
import { standingVersions } from '../../clues/list-clues.ts';
import { type Context, requireRole } from '../../context.ts';
import { Problem } from '../../errors.ts';
import { organisationOf } from './organisation-of.ts';
import { findHoldings, lastDownload } from './store.ts';

/** By export id. Why is not told: it could reveal who reported. */
export type HeldChanges = {
  lastDownload: Date | null;
  /** To be deleted from the copies: withdrawn, replaced, or no longer shared. */
  withdrawn: string[];
  /** To be taken out anew: with the version that stands now. */
  corrected: { id: string; version: number }[];
  /** Of this list: whoever marks it as read says which. */
  digest: string;
};

/**
 * What became of the clues that the asking organisation took out, as far as its members have not marked it as read. Computed
 * from what it could read today; past downloads cannot be recalled. Errors: forbidden, not_signed_in.
 */
export async function listChanges(ctx: Context): Promise<HeldChanges> {
  const organisationId = organisationOf(ctx) ?? requireRole(ctx, 'organisation').organisationId;
  if (!organisationId) throw new Problem('forbidden');
  const held = await findHoldings(ctx.db, organisationId);
  const standing = await standingVersions(
    ctx,
    held.map(({ exportId }) => exportId),
  );
  const withdrawn = held.filter(({ exportId, readGone }) => !standing.has(exportId) && !readGone);
  const corrected = held.flatMap(({ exportId, heldVersion, readVersion }) => {
    const version = standing.get(exportId) ?? 0;
    return version > Math.max(heldVersion, readVersion ?? 0) ? [{ id: exportId, version }] : [];
  });
  const changes = { withdrawn: withdrawn.map(({ exportId }) => exportId), corrected };
  const digest = createHash('sha256').update(JSON.stringify(changes)).digest('hex');
  return { lastDownload: await lastDownload(ctx.db, organisationId), ...changes, digest };
}
