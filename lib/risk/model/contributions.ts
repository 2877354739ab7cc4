import { decayedWeight, type Evidence, groupKey } from './evidence.ts';
import { remaining } from './knowledge/official-ground.ts';
import { mixtureOf } from './mixture.ts';
import { profileFor, rounded, stampAtCell } from './stamps/layer.ts';
import { piecesOf } from './stamps/pieces.ts';

/** What one clue adds to a cell's danger, in all and by component key ("scale|halfLife|class"). */
export type Contribution = { clueId: string; danger: number; byComponent: { key: string; danger: number }[] };
/** danger = floor + sum of contributions, exact to rounding; contributions in falling order. */
export type Explanation = { danger: number; floor: number; contributions: Contribution[] };

/** Why a cell (index into the grid) has the danger it has. */
export function explainCell(evidence: Evidence, cell: number): Explanation {
  const { grid } = evidence;
  const mixture = mixtureOf(evidence);
  const floor = (mixture.floor * grid.area[cell]!) / grid.totalArea;
  const factors = new Map(
    mixture.components.map((c) => [`${c.index} ${c.group.key}`, { key: c.key, share: c.weight / c.total }]),
  );
  const contributions: Contribution[] = [];
  for (const [clueId, { clue, weight }] of evidence.clues) {
    const byComponent = stampsAt(evidence, clue, weight, cell).flatMap(({ index, mass }) => {
      const factor = factors.get(`${index} ${groupKey(clue)}`);
      return factor && mass ? [{ key: factor.key, danger: factor.share * mass }] : [];
    });
    const danger = byComponent.reduce((sum, part) => sum + part.danger, 0);
    if (danger) contributions.push({ clueId, danger, byComponent });
  }
  contributions.sort((a, b) => b.danger - a.danger || (a.clueId < b.clueId ? -1 : 1));
  return { danger: contributions.reduce((sum, part) => sum + part.danger, floor), floor, contributions };
}

/** Index of an H3 cell in the grid, -1 when it is not part of it. */
export function cellIndex(cells: BigUint64Array, h3Index: string): number {
  const id = BigInt(`0x${h3Index}`);
  let [low, high] = [0, cells.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (cells[middle]! === id) return middle;
    if (cells[middle]! < id) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

type Clue = Parameters<typeof groupKey>[0];

function stampsAt(evidence: Evidence, clue: Clue, weight: number, cell: number): { index: number; mass: number }[] {
  const { grid, layers, parameters, official } = evidence;
  const lost = 1 - remaining(official.byCell.get(cell) ?? [], clue.endDay);
  const halfLives = parameters.halfLivesDays;
  return layers.flatMap((layer, l) => {
    const pieces = piecesOf(clue.geometry, grid.plane, layer.scale);
    return halfLives.map((days, t) => {
      const decayed = decayedWeight(evidence, clue, weight, days);
      let sum = 0;
      for (const { x, y, weight: share, radius } of pieces) {
        const value = stampAtCell(layer, grid, profileFor(layer, grid, radius), x, y, decayed * share, cell);
        sum += value - (lost > 0 ? rounded(lost * value) : 0);
      }
      return { index: l * halfLives.length + t, mass: (sum * grid.area[cell]!) / grid.meanArea };
    });
  });
}
