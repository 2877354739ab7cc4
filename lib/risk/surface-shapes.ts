import { setImmediate as breathe } from 'node:timers/promises';
import { cellsToMultiPolygon } from 'h3-js';
import { h3Name } from '../geo/hex-grid.ts';
import { type Position, roundDegrees } from '../geo/lng-lat.ts';
import { CELL_STATES, type Surface } from './model/surface.ts';
import { dateOf } from './rules.ts';

type Shape = { type: 'MultiPolygon'; coordinates: Position[][][] };

/**
 * A surface as a few dissolved shapes, without a number per cell: danger by ordinal class, ignorance as hatch,
 * and official states. Every cell is in a danger class of 1 to 5, hatched, or released: none is bare.
 */
export type SurfaceShapes = {
  danger: { class: number; cellCount: number; geometry: Shape }[];
  ignorance: { level: 'unknown' | 'partly_known'; cellCount: number; geometry: Shape }[];
  states: { state: string; label: string; cellCount: number; geometry: Shape }[];
};

// Ignorance u = W / (r + s + W): above 0.9 less than a quarter of one precise clue speaks about the cell.
const unknownFrom = 0.9;
const partlyKnownFrom = 0.5;

/** Half a second for 48,000 cells, in steps between which other work of the process goes on. */
export async function shapesOf(surface: Surface): Promise<SurfaceShapes> {
  const groups = new Map<string, string[]>();
  const put = (key: string, cell: string) => {
    const group = groups.get(key);
    if (group) group.push(cell);
    else groups.set(key, [cell]);
  };
  surface.cells.forEach((id, i) => {
    const cell = h3Name(id);
    const state = CELL_STATES[surface.state[i]!]!;
    const danger = surface.dangerClass[i]!;
    const ignorance = surface.ignorance[i]!;
    const coloured = danger > 0 && state !== 'released';
    if (coloured) put(`danger ${danger}`, cell);
    if (state === 'released' || state === 'recorded_hazard' || state === 'conflicting')
      put(`state ${state} ${state === 'recorded_hazard' ? '' : releaseOf(surface, i)}`, cell);
    if (state === 'released') return;
    if (ignorance >= unknownFrom) put('ignorance unknown', cell);
    else if (ignorance >= partlyKnownFrom || !coloured) put('ignorance partly_known', cell);
  });
  const shapes: SurfaceShapes = { danger: [], ignorance: [], states: [] };
  for (const [key, cells] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [layer, value, ...label] = key.split(' ');
    await breathe();
    const part = { cellCount: cells.length, geometry: dissolve(cells) };
    if (layer === 'danger') shapes.danger.push({ class: Number(value), ...part });
    else if (layer === 'ignorance') shapes.ignorance.push({ level: value as 'unknown', ...part });
    else shapes.states.push({ state: value!, label: label.join(' '), ...part });
  }
  return shapes;
}

const releaseOf = (surface: Surface, cell: number): string => {
  const release = surface.releases[surface.release[cell]!];
  return release ? `${release.authority}, ${dateOf(release.day)}` : '';
};

const dissolve = (cells: string[]): Shape => ({
  type: 'MultiPolygon',
  coordinates: cellsToMultiPolygon(cells, true).map((rings) =>
    rings.map((ring) => ring.map(([lng, lat]): Position => [roundDegrees(lng!, 5), roundDegrees(lat!, 5)])),
  ),
});
