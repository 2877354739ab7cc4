import type { Grid } from '../../geo/hex-grid.ts';
import type { RiskParameters } from './parameters.ts';

/**
 * Ordinal class 0..5 per cell: by rank of danger per area, in shares of the area of interest; equal danger, equal class.
 * 0: clues add less than classFloorRatio times the floor.
 */
export function dangerClasses(
  grid: Grid,
  danger: Float64Array,
  floorOf: (cell: number) => number,
  parameters: RiskParameters,
): Uint8Array {
  const density = danger.map((p, cell) => p / grid.area[cell]!);
  const ranked = Uint32Array.from(danger.keys()).sort((a, b) => density[b]! - density[a]! || a - b);
  const classes = new Uint8Array(grid.size);
  let inspected = 0;
  let before = Infinity;
  let current = 5;
  for (const cell of ranked) {
    // A tie keeps the class of its first cell.
    if (density[cell]! < before) {
      const share = inspected / grid.totalArea;
      current = 5 - parameters.classAreaShares.filter((limit) => share >= limit).length;
      before = density[cell]!;
    }
    inspected += grid.area[cell]!;
    const above = danger[cell]! - floorOf(cell) >= parameters.classFloorRatio * floorOf(cell);
    classes[cell] = above ? current : 0;
  }
  return classes;
}
