import { type Grid, nearestCell, visitRuns } from '../../../geo/hex-grid.ts';
import { boundsOf } from '../../../geo/hex-shape.ts';
import { type Profile, stampProfile, valueAt } from './kernel.ts';

/**
 * Where the sums of one scale live: on the cells, or, for kernels much wider than a cell, on a square lattice of pitch
 * h/2 that is spread to the cells by a cubic B-spline. The spline's own variance (pitch^2/3 per axis) is taken off the
 * kernel, so the spread sum has the kernel's variance; its fourth cumulant leaves 3e-4 of the maximum (Unser 1999).
 * nodeMass: mass in the area of interest per unit at a node.
 */
export type Layer = {
  scale: number;
  size: number;
  nodeMass: Float64Array;
  lattice: Lattice | null;
  profiles: Map<number, Profile>;
};
/** taps: per cell the first of its 4 x 4 nodes and its spline weights, four by column and four by row. */
type Lattice = {
  minX: number;
  minY: number;
  pitch: number;
  nx: number;
  ny: number;
  firstNode: Int32Array;
  splines: Float64Array;
};

// Sums of multiples of 2^-40 below 2^13 are exact in a double: the order of adding never shows, and retracting is the identity.
const ROUNDING = 1.5 * 2 ** 12;
export const rounded = (value: number) => value + ROUNDING - ROUNDING;

// A layer depends on nothing but its grid and scale, and its profiles are dear: forecasts by folds ask for the same ones again and again.
const layersOf = new WeakMap<Grid, Map<number, Layer>>();

export function layerOf(grid: Grid, scale: number): Layer {
  const known = layersOf.get(grid) ?? new Map<number, Layer>();
  layersOf.set(grid, known);
  const layer = known.get(scale) ?? newLayer(grid, scale);
  known.set(scale, layer);
  return layer;
}

function newLayer(grid: Grid, scale: number): Layer {
  const pitch = scale / 2;
  // Scale 0 is the cell itself.
  if (pitch < 1.2 * Math.sqrt(1.1547 * grid.meanArea)) {
    const nodeMass = grid.area.map((area) => area / grid.meanArea);
    return { scale, size: grid.size, nodeMass, lattice: null, profiles: new Map() };
  }
  const [left, bottom, right, top] = boundsOf(Array.from(grid.x, (x, i) => [x, grid.y[i]!] as const));
  const nx = Math.ceil((right - left) / pitch) + 5;
  const ny = Math.ceil((top - bottom) / pitch) + 5;
  const lattice = latticeOver(grid, { minX: left - 2 * pitch, minY: bottom - 2 * pitch, pitch, nx, ny });
  const layer: Layer = { scale, size: nx * ny, nodeMass: new Float64Array(nx * ny), lattice, profiles: new Map() };
  for (let cell = 0; cell < grid.size; cell++) {
    const mass = grid.area[cell]! / grid.meanArea;
    forTaps(lattice, cell, (node, weight) => {
      layer.nodeMass[node]! += mass * weight;
    });
  }
  return layer;
}

/** The profile of a clue with this error radius; radii are taken in steps of 0.25 %. */
export function profileFor(layer: Layer, grid: Grid, radiusMetres: number): Profile {
  const step = Math.round(Math.log(radiusMetres) / 0.0025);
  let profile = layer.profiles.get(step);
  if (!profile) {
    const spline = layer.lattice ? layer.lattice.pitch ** 2 / 3 : 0;
    profile = stampProfile(layer.scale ** 2 - spline, Math.exp(step * 0.0025), grid.meanArea);
    layer.profiles.set(step, profile);
  }
  return profile;
}

/** Adds weights[k] times the stamp at (x, y) to sums[k], node by node, and what of it lies in the area to masses[k]. */
export function addStamp(
  layer: Layer,
  grid: Grid,
  profile: Profile,
  x: number,
  y: number,
  weights: readonly number[],
  sums: readonly Float64Array[],
  masses: Float64Array = new Float64Array(sums.length),
): void {
  const { nodeMass } = layer;
  const add = (node: number, value: number) => {
    for (let s = 0; s < sums.length; s++) {
      const added = rounded(weights[s]! * value);
      sums[s]![node]! += added;
      masses[s]! += added * nodeMass[node]!;
    }
  };
  if (layer.scale === 0) {
    const cell = nearestCell(grid, x, y, 2 * Math.sqrt(grid.meanArea));
    if (cell >= 0) add(cell, grid.meanArea / grid.area[cell]!);
    return;
  }
  if (!layer.lattice) {
    const { order } = grid.bins;
    visitRuns(grid, x, y, profile.reach, (first, end) => {
      for (let k = first; k < end; k++) {
        const cell = order[k]!;
        const dx = grid.x[cell]! - x;
        const dy = grid.y[cell]! - y;
        const value = valueAt(profile, dx * dx + dy * dy);
        if (value !== 0) add(cell, value);
      }
    });
    return;
  }
  const { minX, minY, pitch, nx, ny } = layer.lattice;
  const left = Math.max(0, Math.ceil((x - profile.reach - minX) / pitch));
  const right = Math.min(nx - 1, Math.floor((x + profile.reach - minX) / pitch));
  const bottom = Math.max(0, Math.ceil((y - profile.reach - minY) / pitch));
  const top = Math.min(ny - 1, Math.floor((y + profile.reach - minY) / pitch));
  for (let row = bottom; row <= top; row++) {
    const dy = minY + row * pitch - y;
    for (let column = left; column <= right; column++) {
      const dx = minX + column * pitch - x;
      const value = valueAt(profile, dx * dx + dy * dy);
      if (value !== 0) add(row * nx + column, value);
    }
  }
}

/** What addStamp adds, as read at one cell, to the last bit of each node. */
export function stampAtCell(
  layer: Layer,
  grid: Grid,
  profile: Profile,
  x: number,
  y: number,
  weight: number,
  cell: number,
): number {
  const dx = grid.x[cell]! - x;
  const dy = grid.y[cell]! - y;
  if (!layer.lattice) return rounded(weight * valueAt(profile, dx * dx + dy * dy));
  const { minX, minY, pitch, nx } = layer.lattice;
  if (Math.hypot(dx, dy) > profile.reach + 3 * pitch) return 0;
  let sum = 0;
  forTaps(layer.lattice, cell, (node, tap) => {
    const nodeX = minX + (node % nx) * pitch - x;
    const nodeY = minY + Math.floor(node / nx) * pitch - y;
    sum += tap * rounded(weight * valueAt(profile, nodeX * nodeX + nodeY * nodeY));
  });
  return sum;
}

/** Reads node values at a cell's centre. */
export function readAtCell({ lattice }: Layer, values: Float64Array, cell: number): number {
  if (!lattice) return values[cell]!;
  const { nx, firstNode, splines } = lattice;
  const at = 8 * cell;
  const [a, b, c, d] = [splines[at]!, splines[at + 1]!, splines[at + 2]!, splines[at + 3]!];
  let sum = 0;
  for (let row = 0; row < 4; row++) {
    const node = firstNode[cell]! + row * nx;
    const line = a * values[node]! + b * values[node + 1]! + c * values[node + 2]! + d * values[node + 3]!;
    sum += splines[at + 4 + row]! * line;
  }
  return sum;
}

function latticeOver(grid: Grid, frame: Omit<Lattice, 'firstNode' | 'splines'>): Lattice {
  const firstNode = new Int32Array(grid.size);
  const splines = new Float64Array(8 * grid.size);
  for (let cell = 0; cell < grid.size; cell++) {
    const u = (grid.x[cell]! - frame.minX) / frame.pitch;
    const v = (grid.y[cell]! - frame.minY) / frame.pitch;
    firstNode[cell] = (Math.floor(v) - 1) * frame.nx + Math.floor(u) - 1;
    splines.set(splineWeights(u - Math.floor(u)), 8 * cell);
    splines.set(splineWeights(v - Math.floor(v)), 8 * cell + 4);
  }
  return { ...frame, firstNode, splines };
}

function forTaps({ nx, firstNode, splines }: Lattice, cell: number, tap: (node: number, weight: number) => void): void {
  for (let j = 0; j < 4; j++)
    for (let i = 0; i < 4; i++) tap(firstNode[cell]! + j * nx + i, splines[8 * cell + i]! * splines[8 * cell + 4 + j]!);
}

function splineWeights(t: number): [number, number, number, number] {
  const s = 1 - t;
  return [(s * s * s) / 6, 2 / 3 - t * t * (1 - t / 2), 2 / 3 - s * s * (1 - s / 2), (t * t * t) / 6];
}
