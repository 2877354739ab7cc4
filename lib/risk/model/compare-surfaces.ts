import type { Surface } from './surface.ts';

/** One cell whose class, state or danger differs between two versions; null where a version has no such cell. */
export type CellChange = {
  cell: bigint;
  danger: [number | null, number | null];
  dangerClass: [number | null, number | null];
  state: [number | null, number | null];
};
export type Comparison = {
  same: boolean;
  changedParameters: boolean;
  changedInput: boolean;
  largestDifference: number;
  cells: CellChange[];
};

/** Two versions cell by cell; cells whose danger differs by no more than `tolerance` and nothing else are the same. */
export function compareSurfaces(before: Surface, after: Surface, tolerance = 1e-12): Comparison {
  const cells: CellChange[] = [];
  let largestDifference = 0;
  let [i, k] = [0, 0];
  while (i < before.cells.length || k < after.cells.length) {
    const left = before.cells[i];
    const right = after.cells[k];
    const cell = left === undefined || (right !== undefined && right < left) ? right! : left;
    const a = left === cell ? i++ : -1;
    const b = right === cell ? k++ : -1;
    const pair = (name: 'danger' | 'dangerClass' | 'state'): [number | null, number | null] => [
      a < 0 ? null : before[name][a]!,
      b < 0 ? null : after[name][b]!,
    ];
    const change = { cell, danger: pair('danger'), dangerClass: pair('dangerClass'), state: pair('state') };
    const difference = Math.abs((change.danger[0] ?? 0) - (change.danger[1] ?? 0));
    largestDifference = Math.max(largestDifference, difference);
    const moved = a < 0 || b < 0 || difference > tolerance;
    if (moved || differs(change.dangerClass) || differs(change.state)) cells.push(change);
  }
  const changedParameters = before.parametersDigest !== after.parametersDigest;
  const changedInput = before.inputDigest !== after.inputDigest;
  return { same: !cells.length, changedParameters, changedInput, largestDifference, cells };
}

const differs = ([a, b]: [number | null, number | null]) => a !== b;
