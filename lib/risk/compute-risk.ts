import { setImmediate as breathe } from 'node:timers/promises';
import { recordAudit } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { transaction } from '../db/transaction.ts';
import { getDeployment } from '../deployment/get-deployment.ts';
import { Problem } from '../errors.ts';
import { emit } from '../jobs/events.ts';
import { findAcceptedRecords } from '../records/find-accepted.ts';
import { findOfficial } from './find-official.ts';
import { encodeSurface } from './model/artifact.ts';
import { inputDigest, parametersDigest } from './model/digest.ts';
import type { Evidence } from './model/evidence.ts';
import { DEFAULT_PARAMETERS } from './model/parameters.ts';
import { MODEL_VERSION, surfaceOf } from './model/surface.ts';
import { polygonsOf } from './rules.ts';
import { stampOfInputs } from './stamp-of-inputs.ts';
import {
  deleteOldVersions,
  findVerifiedClues,
  findVersions,
  insertVersion,
  lockSurfaces,
  type VersionFacts,
} from './store.ts';
import { evidenceFrom, inputsOf, packInputs } from './version-inputs.ts';

// Other parameters make another surface of the same clues.
const model = `${MODEL_VERSION}-${parametersDigest(DEFAULT_PARAMETERS).slice(0, 12)}`;
const keptVersions = 20;
const attempts = 5;

const key = Symbol.for('mineclue.risk.computed');
// Next evaluates modules several times; one evidence is enough for all of them.
const kept = globalThis as { [key]?: Evidence };

/**
 * Computes the surface of today's verified clues and stores it as a new version with its inputs; the newest one stands when
 * nothing changed. Clues that came, changed or were withdrawn since this process last computed are added to or taken out of the
 * evidence that it kept; on another day, after a restart or with other official ground all is gathered anew, to the same bytes.
 * A job's or an administrator's. Null while the deployment has no area of interest.
 */
export async function computeRisk(ctx: Context): Promise<VersionFacts | null> {
  requireJobOrAdministrator(ctx);
  const deployment = await getDeployment(ctx);
  const polygons = polygonsOf(deployment?.areaOfInterest ?? null);
  if (!deployment || polygons.length === 0) return null;
  const asOf = ctx.now.toISOString().slice(0, 10);

  for (let attempt = 0; attempt < attempts; attempt++) {
    const stamp = await stampOfInputs(ctx.db, deployment.demonstration);
    const clues = await findVerifiedClues(ctx.db, deployment.demonstration);
    const official = await findOfficial(ctx.db, deployment.demonstration);
    const records = await findAcceptedRecords(ctx.db, deployment.demonstration);
    const inputs = inputsOf(clues, records, official, deployment, ctx.now);
    // Taken out while it changes, so that nobody else computes with it.
    const before = kept[key];
    delete kept[key];
    const { evidence, changed } = evidenceFrom(inputs, before);
    // Requests of this process are answered between the steps.
    await breathe();
    const digest = inputDigest(evidence);
    const [newest] = await findVersions(ctx.db, 1);
    if (newest?.inputDigest === digest && newest.modelVersion === model) {
      kept[key] = evidence;
      return newest;
    }
    // Computed outside the transaction, since the embedded database has one connection for everybody.
    const surface = surfaceOf(evidence);
    kept[key] = evidence;
    await breathe();
    const artifact = Buffer.from(encodeSurface(surface));
    await breathe();
    const made = await transaction(ctx, async (ctx) => {
      await lockSurfaces(ctx.db);
      if ((await stampOfInputs(ctx.db, deployment.demonstration)) !== stamp) return undefined;
      const [now] = await findVersions(ctx.db, 1);
      if (now?.inputDigest === digest && now.modelVersion === model) return now;
      const version = await insertVersion(ctx.db, {
        computedAt: ctx.now,
        asOf,
        modelVersion: model,
        inputDigest: digest,
        clueCount: surface.clueCount - records.length,
        cellCount: surface.cells.length,
        artifact,
        inputs: packInputs(inputs),
      });
      await deleteOldVersions(ctx.db, keptVersions);
      await recordAudit(ctx, {
        action: 'risk.compute',
        subjectType: 'riskVersion',
        subjectId: version.id,
        detail: { clueCount: version.clueCount, inputDigest: digest, changedClues: changed },
      });
      await emit(ctx, { type: 'risk.computed', riskVersionId: version.id });
      return version;
    });
    if (made) return made;
  }
  throw new Problem('unavailable', { reason: 'clues kept changing' });
}

export function requireJobOrAdministrator({ actor }: Context): void {
  if (actor.type === 'job') return;
  if (actor.type !== 'user') throw new Problem('not_signed_in');
  if (actor.role !== 'administrator') throw new Problem('forbidden');
}
