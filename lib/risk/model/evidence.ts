import { type Grid, visitRuns } from '../../geo/hex-grid.ts';
import { checkClearance, checkClue, checkParameters } from './check-input.ts';
import { type Clearance, type RiskClue, RiskInputError } from './clue.ts';
import { type OfficialGround, officialGround, remaining } from './knowledge/official-ground.ts';
import type { RiskParameters } from './parameters.ts';
import { decay } from './stamps/decay.ts';
import { addStamp, type Layer, layerOf, profileFor, rounded, stampAtCell } from './stamps/layer.ts';
import { piecesOf } from './stamps/pieces.ts';

/**
 * Sums of one class of clues (kind and precision): per layer and half-life one array, as relevant on referenceDay;
 * masses: what of each lies in the area of interest.
 */
export type Group = {
  key: string;
  count: number;
  masses: Float64Array;
  sums: Float64Array[];
  removed: Float64Array[];
};

/**
 * All that the surface is derived from, kept so that clues can come and go. sums and removed are indexed
 * layer * halfLives + halfLife; `removed` is what official ground takes off, aligned with official.cells.
 * touches: clues whose 95 % shape touches a cell; openTouches: those not before the cell's release.
 */
export type Evidence = {
  grid: Grid;
  parameters: RiskParameters;
  layers: Layer[];
  referenceDay: number;
  asOfDay: number;
  groups: Map<string, Group>;
  clues: Map<string, { clue: RiskClue; weight: number }>;
  sources: Map<string, Set<string>>;
  clearances: readonly Clearance[];
  official: OfficialGround;
  touches: Int32Array;
  openTouches: Int32Array;
  records: Int32Array;
};

export function emptyEvidence(
  grid: Grid,
  parameters: RiskParameters,
  asOfDay: number,
  clearances: readonly Clearance[] = [],
): Evidence {
  checkParameters(parameters);
  if (!grid.size) throw new RiskInputError('area_of_interest_empty', 'area of interest', 'no cell lies inside');
  for (const clearance of clearances) checkClearance(clearance, asOfDay);
  const sorted = clearances.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return {
    grid,
    parameters,
    layers: parameters.scalesMetres.map((scale) => layerOf(grid, scale)),
    referenceDay: asOfDay,
    asOfDay,
    groups: new Map(),
    clues: new Map(),
    sources: new Map(),
    clearances: sorted,
    official: officialGround(grid, sorted, parameters),
    touches: new Int32Array(grid.size),
    openTouches: new Int32Array(grid.size),
    records: new Int32Array(grid.size),
  };
}

/** Adds clues; the order does not matter to the last bit. Throws RiskInputError and changes nothing when one is malformed. */
export function addClues(evidence: Evidence, clues: readonly RiskClue[]): void {
  const added = new Set<string>();
  for (const clue of clues) {
    checkClue(clue, evidence.asOfDay);
    if (evidence.clues.has(clue.id) || added.has(clue.id))
      throw new RiskInputError('duplicate_id', clue.id, 'a clue of this id is there already');
    added.add(clue.id);
  }
  const touched = new Set<string>();
  for (const clue of clues) {
    evidence.clues.set(clue.id, { clue, weight: 0 });
    const source = sourceOf(clue);
    const members = evidence.sources.get(source) ?? new Set();
    evidence.sources.set(source, members.add(clue.id));
    touched.add(source);
    mark(evidence, clue, 1);
  }
  for (const source of touched) reweigh(evidence, source);
}

/** Takes a clue out again: afterwards every sum is as if it had never been there. */
export function retractClue(evidence: Evidence, id: string): void {
  const entry = evidence.clues.get(id);
  if (!entry) return;
  stamp(evidence, entry.clue, -entry.weight);
  mark(evidence, entry.clue, -1);
  evidence.clues.delete(id);
  const source = sourceOf(entry.clue);
  evidence.sources.get(source)!.delete(id);
  reweigh(evidence, source);
}

/** Factor by which a half-life's sums have aged since referenceDay. */
export function ageing(evidence: Evidence, halfLifeDays: number): number {
  return decay(evidence.referenceDay, evidence.referenceDay, evidence.asOfDay, halfLifeDays);
}

/** Weight of a clue before and after its source's cap, for one half-life, as of referenceDay. */
export function decayedWeight(evidence: Evidence, clue: RiskClue, weight: number, halfLifeDays: number): number {
  return weight * decay(clue.startDay, clue.endDay, evidence.referenceDay, halfLifeDays);
}

export const groupKey = (clue: RiskClue) => `${clue.kind}.${clue.precision}`;
const sourceOf = (clue: RiskClue) => clue.sourceKey || `clue ${clue.id}`;

function reweigh(evidence: Evidence, source: string): void {
  const members = [...evidence.sources.get(source)!].sort().map((id) => evidence.clues.get(id)!);
  if (!members.length) evidence.sources.delete(source);
  const total = members.reduce((sum, { clue }) => sum + clue.reliability, 0);
  const scale = Math.min(1, evidence.parameters.sourceCap / total);
  for (const member of members) {
    const weight = member.clue.reliability * scale;
    if (weight === member.weight) continue;
    if (member.weight) stamp(evidence, member.clue, -member.weight);
    stamp(evidence, member.clue, weight);
    member.weight = weight;
  }
}

function stamp(evidence: Evidence, clue: RiskClue, weight: number): void {
  if (weight === 0) return;
  const { grid, layers, parameters, official } = evidence;
  const group = groupOf(evidence, groupKey(clue));
  const weights = parameters.halfLivesDays.map((days) => decayedWeight(evidence, clue, weight, days));
  const earlier = [...official.cells.entries()]
    .map(([k, cell]) => ({ k, cell, lost: 1 - remaining(official.byCell.get(cell)!, clue.endDay) }))
    .filter(({ lost }) => lost > 0);
  for (const [l, layer] of layers.entries()) {
    const sums = group.sums.slice(l * weights.length, (l + 1) * weights.length);
    for (const piece of piecesOf(clue.geometry, grid.plane, layer.scale)) {
      const profile = profileFor(layer, grid, piece.radius);
      const shares = weights.map((w) => w * piece.weight);
      const masses = new Float64Array(shares.length);
      addStamp(layer, grid, profile, piece.x, piece.y, shares, sums, masses);
      for (const [t, mass] of masses.entries()) group.masses[l * weights.length + t]! += rounded(mass);
      for (const { k, cell, lost } of earlier)
        for (const [t, share] of shares.entries()) {
          const value = stampAtCell(layer, grid, profile, piece.x, piece.y, share, cell);
          group.removed[l * weights.length + t]![k]! += rounded(lost * value);
        }
    }
  }
  group.count += Math.sign(weight);
  if (group.count === 0) evidence.groups.delete(group.key);
}

function groupOf(evidence: Evidence, key: string): Group {
  const found = evidence.groups.get(key);
  if (found) return found;
  const halfLives = evidence.parameters.halfLivesDays.length;
  const perLayer = <T>(make: (layer: Layer) => T) =>
    evidence.layers.flatMap((layer) => Array.from({ length: halfLives }, () => make(layer)));
  const group = {
    key,
    count: 0,
    masses: new Float64Array(halfLives * evidence.layers.length),
    sums: perLayer((layer) => new Float64Array(layer.size)),
    removed: perLayer(() => new Float64Array(evidence.official.cells.length)),
  };
  evidence.groups.set(key, group);
  return group;
}

// A cell is marked when the 95 % shape may touch it: its circumscribed circle decides, on the side of marking.
function mark(evidence: Evidence, clue: RiskClue, sign: 1 | -1): void {
  const { grid, official, parameters } = evidence;
  const around = Math.sqrt((2 * grid.meanArea) / (3 * Math.sqrt(3)));
  const seen = new Set<number>();
  for (const { x, y, radius } of piecesOf(clue.geometry, grid.plane, parameters.scalesMetres[0]!)) {
    const reach = radius + around;
    visitRuns(grid, x, y, reach, (first, end) => {
      for (let k = first; k < end; k++) {
        const cell = grid.bins.order[k]!;
        if ((grid.x[cell]! - x) ** 2 + (grid.y[cell]! - y) ** 2 <= reach * reach) seen.add(cell);
      }
    });
  }
  for (const cell of seen) {
    const releasedBy = official.releasedBy[cell]!;
    const open = releasedBy < 0 || clue.endDay >= evidence.clearances[releasedBy]!.day;
    if (clue.kind === 'record') {
      if (open) evidence.records[cell]! += sign;
    } else {
      evidence.touches[cell]! += sign;
      if (open) evidence.openTouches[cell]! += sign;
    }
  }
}
