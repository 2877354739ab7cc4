import { type Context, moderators, requireRole } from '../context.ts';
import { Problem } from '../errors.ts';
import { decodeSurface, encodeSurface } from './model/artifact.ts';
import { compareSurfaces } from './model/compare-surfaces.ts';
import { inputDigest } from './model/digest.ts';
import { surfaceOf } from './model/surface.ts';
import { findVersions, readArtifact, readInputs } from './store.ts';
import { evidenceFrom, unpackInputs, type VersionInputs } from './version-inputs.ts';

/**
 * same_bytes: rebuilt to the same artifact. other_bytes: the model has changed since. no_inputs: from before inputs were kept.
 * damaged: the stored artifact or its inputs cannot be read, or the inputs are not those that the version names.
 */
export type Rebuilt = {
  number: number;
  outcome: 'same_bytes' | 'other_bytes' | 'no_inputs' | 'damaged';
  /** Cells that come out otherwise; null where nothing was rebuilt. */
  changedCells: number | null;
};

/** Computes a stored version again from the inputs kept with it, and compares. A job's, an administrator's or a moderator's; writes nothing. */
export async function rebuildRisk(ctx: Context, number: number): Promise<Rebuilt> {
  if (ctx.actor.type !== 'job') requireRole(ctx, 'administrator', ...moderators);
  const version = (await findVersions(ctx.db, 1_000)).find((one) => one.number === number);
  const stored = version && (await readArtifact(ctx.db, version.id));
  if (!version || !stored) throw new Problem('not_found');
  const inputs = await readInputs(ctx.db, version.id);
  if (!inputs) return { number, outcome: 'no_inputs', changedCells: null };
  const [kept, before] = [read(() => unpackInputs(inputs)), read(() => decodeSurface(stored))];
  const evidence = kept && read(() => evidenceOfKept(kept));
  if (!evidence || !before || inputDigest(evidence) !== version.inputDigest)
    return { number, outcome: 'damaged', changedCells: null };
  const surface = surfaceOf(evidence);
  const same = Buffer.compare(stored, encodeSurface(surface)) === 0;
  const changedCells = same ? 0 : compareSurfaces(before, surface).cells.length;
  return { number, outcome: same ? 'same_bytes' : 'other_bytes', changedCells };
}

const evidenceOfKept = (inputs: VersionInputs) => evidenceFrom(inputs).evidence;

function read<Read>(reading: () => Read): Read | null {
  try {
    return reading();
  } catch {
    return null;
  }
}
