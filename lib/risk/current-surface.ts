import { type Context, moderators, requireRole } from '../context.ts';
import { getDeployment } from '../deployment/get-deployment.ts';
import { decodeSurface } from './model/artifact.ts';
import { findVerifiedClues, findVersions, readArtifact, type VersionFacts } from './store.ts';
import { type SurfaceShapes, shapesOf } from './surface-shapes.ts';

type Ready = { version: VersionFacts; shapes: SurfaceShapes };
const key = Symbol.for('mineclue.risk.surfaces');
type Memory = { ready?: Ready; broken: Set<string> };
// Next evaluates modules several times; one decoded surface is enough for all of them.
const shared = globalThis as { [key]?: Memory };
shared[key] ??= { broken: new Set() };
const memory = shared[key];
const tries = 5;

/** The newest surface, live: moderators' only. Null before the first one. A damaged artifact is passed over for the last good one. */
export async function currentSurface(ctx: Context) {
  requireRole(ctx, ...moderators);
  const [ready, deployment] = await Promise.all([newestReadable(ctx), getDeployment(ctx)]);
  if (!ready || !deployment) return null;
  const clues = await findVerifiedClues(ctx.db, deployment.demonstration);
  const { number, computedAt, asOf, clueCount, cellCount } = ready.version;
  return {
    version: { number, computedAt: computedAt.toISOString(), asOf, clueCount, cellCount },
    area: deployment.areaOfInterest,
    ...ready.shapes,
    clues: clues.map(({ id, number, kind, geometry, uncertaintyMetres, precisionClass, dateStart, dateEnd }) => ({
      id,
      number,
      kind,
      geometry,
      uncertaintyMetres,
      precisionClass,
      dateStart,
      dateEnd,
    })),
  };
}
export type CurrentSurface = NonNullable<Awaited<ReturnType<typeof currentSurface>>>;

/** The number of the newest readable version, for a page that asks whether to draw again; 0 before the first. */
export async function currentVersion(ctx: Context): Promise<number> {
  requireRole(ctx, ...moderators);
  const versions = await findVersions(ctx.db, tries);
  return versions.find(({ id }) => !memory.broken.has(id))?.number ?? 0;
}

/** Of this process's memory or, decoded and checked, of the database. For the batch too. */
export async function newestReadable(ctx: Context): Promise<Ready | undefined> {
  for (const version of await findVersions(ctx.db, tries)) {
    if (memory.broken.has(version.id)) continue;
    if (memory.ready?.version.id === version.id) return memory.ready;
    try {
      const artifact = await readArtifact(ctx.db, version.id);
      if (!artifact) continue;
      memory.ready = { version, shapes: await shapesOf(decodeSurface(artifact)) };
      return memory.ready;
    } catch (error) {
      memory.broken.add(version.id);
      console.error(`risk version ${version.number} is refused: ${(error as Error).message}`);
    }
  }
  return undefined;
}
