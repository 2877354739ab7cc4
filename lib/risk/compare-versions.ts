import { type Context, moderators, requireRole } from '../context.ts';
import { Problem } from '../errors.ts';
import { h3Name } from '../geo/hex-grid.ts';
import { decodeSurface } from './model/artifact.ts';
import { compareSurfaces } from './model/compare-surfaces.ts';
import { CELL_STATES, type CellState } from './model/surface.ts';
import { findVersions, readArtifact } from './store.ts';

const listed = 1_000;
const shownCells = 50;

/** A stored version of the surface. asOf: YYYY-MM-DD. */
export type StoredVersion = { number: number; computedAt: string; asOf: string; clueCount: number; cellCount: number };

/** Before and after, each null where that version has no such cell; class 0..5. */
export type ChangedCell = {
  cell: string;
  dangerClass: [number | null, number | null];
  state: [CellState | null, CellState | null];
};

/** changed: cells of another class or state; moved: cells whose danger differs at all; cells: the most changed first, not all of them. */
export type VersionComparison = {
  changed: number;
  moved: number;
  changedInput: boolean;
  changedParameters: boolean;
  cells: ChangedCell[];
};

/** Stored versions, newest first. Moderators' only. */
export async function listVersions(ctx: Context): Promise<StoredVersion[]> {
  requireRole(ctx, ...moderators);
  const versions = await findVersions(ctx.db, listed);
  return versions.map(({ number, computedAt, asOf, clueCount, cellCount }) => ({
    number,
    computedAt: computedAt.toISOString(),
    asOf,
    clueCount,
    cellCount,
  }));
}

/** Two stored versions cell by cell. Moderators' only. Errors: forbidden, not_found; a damaged artifact is not found. */
export async function compareVersions(ctx: Context, before: number, after: number): Promise<VersionComparison> {
  requireRole(ctx, ...moderators);
  const versions = await findVersions(ctx.db, listed);
  const read = async (number: number) => {
    const version = versions.find((one) => one.number === number);
    const artifact = version && (await readArtifact(ctx.db, version.id));
    if (!artifact) throw new Problem('not_found');
    try {
      return decodeSurface(artifact);
    } catch {
      throw new Problem('not_found', { reason: `version ${number} is damaged` });
    }
  };
  const { cells, changedInput, changedParameters } = compareSurfaces(await read(before), await read(after));
  const by = (pair: readonly (number | null)[]) => Math.abs((pair[1] ?? 0) - (pair[0] ?? 0));
  const changed = cells
    .filter(({ dangerClass, state }) => dangerClass[0] !== dangerClass[1] || state[0] !== state[1])
    .sort((a, b) => by(b.dangerClass) - by(a.dangerClass) || by(b.danger) - by(a.danger));
  const named = (state: number | null) => (state === null ? null : CELL_STATES[state]!);
  return {
    changed: changed.length,
    moved: cells.length,
    changedInput,
    changedParameters,
    cells: changed.slice(0, shownCells).map(({ cell, dangerClass, state: [a, b] }) => ({
      cell: h3Name(cell),
      dangerClass,
      state: [named(a), named(b)],
    })),
  };
}
