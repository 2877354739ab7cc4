import type { Context } from '../context.ts';
import { getDeployment } from '../deployment/get-deployment.ts';
import { Problem } from '../errors.ts';
import { findAcceptedRecords } from '../records/find-accepted.ts';
import { requireJobOrAdministrator } from './compute-risk.ts';
import { evidenceOf } from './evidence-of.ts';
import { findOfficial } from './find-official.ts';
import { ArtifactError, decodeSurface, encodeSurface } from './model/artifact.ts';
import { type Comparison, compareSurfaces } from './model/compare-surfaces.ts';
import { inputDigest } from './model/digest.ts';
import { surfaceOf } from './model/surface.ts';
import { findVerifiedClues, findVersions, readArtifact } from './store.ts';

/**
 * same_bytes: rebuilt to the same artifact. inputs_changed: the clues or the area are others than the version's, so that it
 * cannot be rebuilt; the comparison then says what today's would be. damaged: the stored artifact cannot be read.
 */
export type Rebuilt = {
  number: number;
  outcome: 'same_bytes' | 'other_bytes' | 'inputs_changed' | 'damaged';
  comparison: (Omit<Comparison, 'cells'> & { changedCells: number }) | null;
};

/** Computes a stored version again from the database, as of its own day, and compares. A job's or an administrator's; writes nothing. */
export async function rebuildRisk(ctx: Context, number: number): Promise<Rebuilt> {
  requireJobOrAdministrator(ctx);
  const deployment = await getDeployment(ctx);
  const version = (await findVersions(ctx.db, 1_000)).find((one) => one.number === number);
  const stored = version && (await readArtifact(ctx.db, version.id));
  if (!deployment || !version || !stored) throw new Problem('not_found');
  const clues = await findVerifiedClues(ctx.db, deployment.demonstration);
  const official = await findOfficial(ctx.db, deployment.demonstration);
  const records = await findAcceptedRecords(ctx.db, deployment.demonstration);
  const evidence = evidenceOf(clues, records, official, deployment, new Date(`${version.asOf}T00:00:00Z`));
  const surface = surfaceOf(evidence);
  try {
    const { cells, ...comparison } = compareSurfaces(decodeSurface(stored), surface);
    const same = Buffer.compare(stored, encodeSurface(surface)) === 0;
    const outcome =
      inputDigest(evidence) !== version.inputDigest ? 'inputs_changed' : same ? 'same_bytes' : 'other_bytes';
    return { number, outcome, comparison: { ...comparison, changedCells: cells.length } };
  } catch (error) {
    if (error instanceof ArtifactError) return { number, outcome: 'damaged', comparison: null };
    throw error;
  }
}
