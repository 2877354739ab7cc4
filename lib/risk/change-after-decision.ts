import { cellArea, cellToBoundary, cellToLatLng, UNITS } from 'h3-js';
import { type Context, moderators, requireRole } from '../context.ts';
import { h3Name } from '../geo/hex-grid.ts';
import type { LngLat, Position } from '../geo/lng-lat.ts';
import { decodeSurface } from './model/artifact.ts';
import { type CellChange, compareSurfaces } from './model/compare-surfaces.ts';
import { findVersions, readArtifact } from './store.ts';

const kept = 20;
/** After this the worker is not merely busy. */
const patienceMilliseconds = 60_000;
const mostDrawn = 1500;

export type ChangedCell = { ring: Position[]; before: number; after: number };
export type RiskChange =
  /** `none`: nothing was computed since, and nothing is going to be. */
  | { state: 'pending' | 'none' | 'forgotten' }
  | {
      state: 'computed';
      from: number;
      to: number;
      up: number;
      down: number;
      /** Of all cells whose class changed. */
      squareKilometres: number;
      centre: LngLat | null;
      /** The cells whose class changed, nearest to their middle first. */
      cells: ChangedCell[];
      cellsLeftOut: number;
    };

/**
 * What changed on the risk layer between the last surface before a decision and the first one after it, by danger class.
 * Other decisions of those seconds are in it too. Moderators'. Errors: forbidden.
 */
export async function riskChangeAfter(ctx: Context, decidedAt: Date): Promise<RiskChange> {
  requireRole(ctx, ...moderators);
  const versions = await findVersions(ctx.db, kept);
  const at = versions.findLastIndex(({ computedAt }) => computedAt >= decidedAt);
  if (at < 0) return { state: ctx.now.getTime() - decidedAt.getTime() < patienceMilliseconds ? 'pending' : 'none' };
  const [after, before] = [versions[at]!, versions[at + 1]];
  // the first surface of all has none before it, and old ones are deleted
  if (!before) return { state: 'forgotten' };
  const [was, is] = [await readArtifact(ctx.db, before.id), await readArtifact(ctx.db, after.id)];
  if (!was || !is) return { state: 'forgotten' };
  const { cells } = compareSurfaces(decodeSurface(was), decodeSurface(is));
  const changed = cells.filter(({ dangerClass: [a, b] }) => (a ?? 0) !== (b ?? 0));
  const centre = middleOf(changed);
  const drawn = changed.map(drawnCell).sort((a, b) => apart(a, centre) - apart(b, centre));
  return {
    state: 'computed',
    from: before.number,
    to: after.number,
    up: drawn.filter((cell) => cell.after > cell.before).length,
    down: drawn.filter((cell) => cell.after < cell.before).length,
    squareKilometres: changed.reduce((sum, { cell }) => sum + cellArea(h3Name(cell), UNITS.km2), 0),
    centre,
    cells: drawn.slice(0, mostDrawn),
    cellsLeftOut: Math.max(0, drawn.length - mostDrawn),
  };
}

const drawnCell = ({ cell, dangerClass: [before, after] }: CellChange): ChangedCell => ({
  ring: cellToBoundary(h3Name(cell), true).map(([lng, lat]): Position => [lng!, lat!]),
  before: before ?? 0,
  after: after ?? 0,
});

/** The change that is largest says where: a rank moves far cells by a class, but none as much. */
function middleOf(changed: readonly CellChange[]): LngLat | null {
  const weight = ({ danger: [a, b] }: CellChange) => Math.abs((b ?? 0) - (a ?? 0));
  const largest = changed.toSorted((a, b) => weight(b) - weight(a))[0];
  if (!largest) return null;
  const [lat, lng] = cellToLatLng(h3Name(largest.cell));
  return { lng, lat };
}

const apart = ({ ring }: ChangedCell, centre: LngLat | null) =>
  centre ? Math.hypot((ring[0]![0] - centre.lng) * 0.77, ring[0]![1] - centre.lat) : 0;
