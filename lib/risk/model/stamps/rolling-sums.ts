import type { Grid } from '../../../geo/hex-grid.ts';
import { componentKey } from '../mixture.ts';
import { decay } from './decay.ts';
import { addStamp, type Layer, layerOf, profileFor, readAtCell } from './layer.ts';
import type { Piece } from './pieces.ts';

/** A clue as the past is replayed: pieces per scale, interval of days, class, weight. */
export type DatedClue = {
  pieces: (scaleMetres: number) => Piece[];
  startDay: number;
  endDay: number;
  group: string;
  weight: number;
};

/**
 * Sums S_j of every component on a day that moves forward. sums: per component, by nodes of its layer.
 */
export type RollingSums = {
  grid: Grid;
  layers: Layer[];
  halfLivesDays: readonly number[];
  groups: readonly string[];
  keys: string[];
  sums: Float64Array[];
  day: number;
};

export function rollingSums(
  grid: Grid,
  scalesMetres: readonly number[],
  halfLivesDays: readonly number[],
  groups: readonly string[],
  day: number,
): RollingSums {
  const layers = scalesMetres.map((scale) => layerOf(grid, scale));
  const keys: string[] = [];
  const sums: Float64Array[] = [];
  for (const layer of layers)
    for (const group of groups)
      for (const days of halfLivesDays) {
        keys.push(componentKey(layer.scale, days, group));
        sums.push(new Float64Array(layer.size));
      }
  return { grid, layers, halfLivesDays, groups, keys, sums, day };
}

/** Adds (sign 1) or takes out (sign -1) a clue that is not after the current day. */
export function addDated(rolling: RollingSums, clue: DatedClue, sign: 1 | -1 = 1): void {
  const { grid, layers, halfLivesDays, groups, sums, day } = rolling;
  const weights = halfLivesDays.map((days) => sign * clue.weight * decay(clue.startDay, clue.endDay, day, days));
  const g = groups.indexOf(clue.group);
  for (const [l, layer] of layers.entries()) {
    const first = (l * groups.length + g) * halfLivesDays.length;
    const targets = sums.slice(first, first + halfLivesDays.length);
    for (const { x, y, radius, weight } of clue.pieces(layer.scale)) {
      const shares = weights.map((w) => w * weight);
      addStamp(layer, grid, profileFor(layer, grid, radius), x, y, shares, targets);
    }
  }
}

/** Moves the day forward, ageing every sum by its half-life. */
export function advanceTo(rolling: RollingSums, day: number): void {
  for (const [j, sums] of rolling.sums.entries()) {
    const days = rolling.halfLivesDays[j % rolling.halfLivesDays.length]!;
    const factor = decay(rolling.day, rolling.day, day, days);
    if (factor !== 1) for (let node = 0; node < sums.length; node++) sums[node]! *= factor;
  }
  rolling.day = day;
}

export const layerOfComponent = ({ layers, groups, halfLivesDays }: RollingSums, j: number) =>
  layers[Math.floor(j / (groups.length * halfLivesDays.length))]!;

/** Mass of every component inside the area of interest. */
export function massesOf(rolling: RollingSums): Float64Array {
  return Float64Array.from(rolling.sums, (sums, j) => {
    const { nodeMass } = layerOfComponent(rolling, j);
    let total = 0;
    for (let node = 0; node < sums.length; node++) total += sums[node]! * nodeMass[node]!;
    return total;
  });
}

/** f_j(c) / (A_c / A) for each cell asked, row by row: how many times likelier than by area alone; 0 for an empty component. */
export function liftsAt(
  rolling: RollingSums,
  cells: ArrayLike<number>,
  masses: Float64Array = massesOf(rolling),
): Float64Array {
  const { grid, sums } = rolling;
  const lifts = new Float64Array(cells.length * sums.length);
  const unit = grid.totalArea / grid.meanArea;
  for (let row = 0; row < cells.length; row++)
    for (let j = 0; j < sums.length; j++)
      if (masses[j]! > 1e-9)
        lifts[row * sums.length + j] =
          (readAtCell(layerOfComponent(rolling, j), sums[j]!, cells[row]!) / masses[j]!) * unit;
  return lifts;
}

/** The predictive map of all cells for given component weights (by index) and floor; sums to 1 when the weights do. */
export function mapOf(rolling: RollingSums, weights: ArrayLike<number>, floor: number): Float64Array {
  const { grid, layers, sums } = rolling;
  const masses = massesOf(rolling);
  const map = Float64Array.from(grid.area, (area) => (floor * area) / grid.totalArea);
  for (const layer of layers) {
    const nodes = new Float64Array(layer.size);
    for (let j = 0; j < sums.length; j++) {
      if (layerOfComponent(rolling, j) !== layer || !weights[j] || !(masses[j]! > 1e-9)) continue;
      const c = weights[j]! / masses[j]!;
      for (let node = 0; node < nodes.length; node++) nodes[node]! += c * sums[j]![node]!;
    }
    for (let cell = 0; cell < grid.size; cell++)
      map[cell]! += (readAtCell(layer, nodes, cell) * grid.area[cell]!) / grid.meanArea;
  }
  return map;
}
