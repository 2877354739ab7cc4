import type { Evidence } from '../evidence.ts';
import { layerOf, profileFor } from '../stamps/layer.ts';

export const NO_RELEASE = 65_535;
// Indexes into CELL_STATES of surface.ts.
const [UNKNOWN, EVIDENCE, RECORDED, CONFLICTING, RELEASED] = [0, 1, 2, 3, 4];

/**
 * Belief, disbelief and ignorance per cell: r/(r+s+W), s/(r+s+W), W/(r+s+W) (Josang 2016), and the state drawn.
 * r counts stamps of the narrowest scale, in units of a precise clue at the cell's centre.
 */
export function knowledge(evidence: Evidence) {
  const { grid, parameters, official } = evidence;
  const weight = parameters.ignoranceWeight;
  const positive = positiveEvidence(evidence);
  const belief = new Float32Array(grid.size);
  const disbelief = new Float32Array(grid.size);
  const ignorance = new Float32Array(grid.size);
  const state = new Uint8Array(grid.size);
  const release = new Uint16Array(grid.size).fill(NO_RELEASE);
  for (let cell = 0; cell < grid.size; cell++) {
    const [r, s] = [Math.max(0, positive[cell]!), official.support[cell]!];
    const whole = r + s + weight;
    belief[cell] = r / whole;
    disbelief[cell] = s / whole;
    ignorance[cell] = weight / whole;
    state[cell] = stateOf(evidence, cell, s / whole);
    if (official.releasedBy[cell]! >= 0) release[cell] = official.releasedBy[cell]!;
  }
  return { belief, disbelief, ignorance, state, release };
}

function stateOf({ official, touches, openTouches, records, parameters }: Evidence, cell: number, disbelief: number) {
  if (official.releasedBy[cell]! >= 0) return openTouches[cell] || records[cell] ? CONFLICTING : RELEASED;
  if (touches[cell]) return disbelief >= parameters.conflictDisbelief ? CONFLICTING : EVIDENCE;
  return records[cell] ? RECORDED : UNKNOWN;
}

/** r per cell: undecayed stamps of the narrowest scale, whose layer always lies on the cells. */
function positiveEvidence({ grid, layers, groups, official }: Evidence): Float64Array {
  const positive = new Float64Array(grid.size);
  const layer = layers[0]!.lattice ? layerOf(grid, layers[0]!.scale) : layers[0]!;
  const precise = profileFor(layer, grid, 1).table[0]!;
  for (const [, group] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const sums = group.sums[0]!;
    for (let cell = 0; cell < grid.size; cell++) positive[cell]! += sums[cell]! / precise;
    for (const [k, cell] of official.cells.entries()) positive[cell]! -= group.removed[0]![k]! / precise;
  }
  return positive;
}
