import type { Grid } from '../../geo/hex-grid.ts';

/** Share of area that a layer inspects before and after each cell, 0..1; ties are inspected together. order: cells, the most dangerous first. */
export type Ranking = { before: Float64Array; after: Float64Array; order: Uint32Array };

/** Cells by danger per area; equal danger in order of cell. */
export function rankCells(grid: Grid, map: Float64Array): Ranking {
  const density = map.map((p, cell) => p / grid.area[cell]!);
  const order = Uint32Array.from(density.keys()).sort((a, b) => density[b]! - density[a]! || a - b);
  const before = new Float64Array(grid.size);
  const after = new Float64Array(grid.size);
  let done = 0;
  for (let i = 0; i < order.length; ) {
    let end = i;
    let area = 0;
    while (end < order.length && density[order[end]!] === density[order[i]!]) area += grid.area[order[end++]!]!;
    for (let k = i; k < end; k++) {
      before[order[k]!] = done / grid.totalArea;
      after[order[k]!] = (done + area) / grid.totalArea;
    }
    done += area;
    i = end;
  }
  return { before, after, order };
}
