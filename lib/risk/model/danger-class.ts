import type { Grid } from '../../geo/hex-grid.ts';
import type { RiskParameters } from './parameters.ts';
import { rankCells } from './ranking.ts';

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
  const { before } = rankCells(grid, danger);
  return Uint8Array.from(danger, (p, cell) => {
    const floor = floorOf(cell);
    if (!(p - floor >= parameters.classFloorRatio * floor)) return 0;
    return 5 - parameters.classAreaShares.filter((limit) => before[cell]! >= limit).length;
  });
}
