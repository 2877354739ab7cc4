import { type Grid, h3Grid } from '../../geo/hex-grid.ts';
import type { LngLatPolygons } from '../../geo/hex-plane.ts';
import { checkAreaOfInterest } from './check-input.ts';
import type { Clearance, RiskClue } from './clue.ts';
import { dangerClasses } from './danger-class.ts';
import { inputDigest, parametersDigest } from './digest.ts';
import { addClues, type Evidence, emptyEvidence } from './evidence.ts';
import { knowledge } from './knowledge/knowledge.ts';
import { recalibrate } from './learning/calibration.ts';
import { gammaQuantileTable } from './learning/gamma.ts';
import { combine, mixtureOf, predictive } from './mixture.ts';
import { DEFAULT_PARAMETERS, type RiskParameters } from './parameters.ts';

export const MODEL_VERSION = 1;
/** There is no state for "no danger": the model cannot know it. The index is what state[] holds. */
export const CELL_STATES = ['unknown', 'evidence', 'recorded_hazard', 'conflicting', 'released'] as const;
export type CellState = (typeof CELL_STATES)[number];

export type Release = { id: string; authority: string; method: string; day: number };

/**
 * One version of the risk layer. Arrays run over cells in ascending order of their H3 index.
 * danger: share of the next incidents (sums to 1); mean, lower, upper: expected reported incidents a year and their 90 %
 * interval, uncalibrated; dangerClass: 0..5 by rank; belief + disbelief + ignorance = 1; state: index into CELL_STATES;
 * release: index into releases, 65535 = none.
 */
export type Surface = {
  modelVersion: number;
  resolution: number | null;
  asOfDay: number;
  parametersDigest: string;
  inputDigest: string;
  clueCount: number;
  floor: number;
  cells: BigUint64Array;
  danger: Float64Array;
  mean: Float32Array;
  lower: Float32Array;
  upper: Float32Array;
  dangerClass: Uint8Array;
  belief: Float32Array;
  disbelief: Float32Array;
  ignorance: Float32Array;
  state: Uint8Array;
  release: Uint16Array;
  releases: Release[];
};

export type SurfaceInput = {
  clues: readonly RiskClue[];
  clearances: readonly Clearance[];
  areaOfInterest: LngLatPolygons;
  asOfDay: number;
  parameters?: RiskParameters;
};

/** The whole computation: GeoJSON MultiPolygon coordinates and clues in, a surface out. Throws RiskInputError. */
export function computeSurface(input: SurfaceInput): Surface {
  return surfaceOf(gatherEvidence(input));
}

/** Evidence of an input, for what needs more than the surface: contributions, increments. Throws RiskInputError. */
export function gatherEvidence(input: SurfaceInput, grid?: Grid): Evidence {
  const parameters = input.parameters ?? DEFAULT_PARAMETERS;
  if (!grid) checkAreaOfInterest(input.areaOfInterest);
  const cells = grid ?? h3Grid(input.areaOfInterest, parameters.resolution);
  const evidence = emptyEvidence(cells, parameters, input.asOfDay, input.clearances);
  addClues(evidence, input.clues);
  return evidence;
}

/** The surface that a state of the evidence amounts to. */
export function surfaceOf(evidence: Evidence): Surface {
  const { grid, parameters } = evidence;
  const mixture = mixtureOf(evidence);
  const danger = predictive(evidence, mixture);
  const strength = combine(evidence, mixture, ({ weight, aged }) => weight * aged);
  const { lower, upper, mean } = intervals(grid, danger, strength, parameters);
  const floorOf = (cell: number) => (mixture.floor * grid.area[cell]!) / grid.totalArea;
  return {
    modelVersion: MODEL_VERSION,
    resolution: grid.resolution,
    asOfDay: evidence.asOfDay,
    parametersDigest: parametersDigest(parameters),
    inputDigest: inputDigest(evidence),
    clueCount: evidence.clues.size,
    floor: mixture.floor,
    cells: grid.ids,
    danger,
    mean,
    lower,
    upper,
    dangerClass: dangerClasses(grid, danger, floorOf, parameters),
    ...knowledge(evidence),
    releases: evidence.clearances.map(({ id, authority, method, day }) => ({ id, authority, method, day })),
  };
}

// Gamma(a, b) per cell: a = a0 + n_c, b = a / mu, mu = Lambda p, p recalibrated by what past forecasts met. An approximation: cells share clues.
function intervals(grid: Grid, danger: Float64Array, strength: Float64Array, parameters: RiskParameters) {
  const { priorShape, incidentsPerYear, intervalShare, dispersion } = parameters;
  const most = strength.reduce((max, n) => Math.max(max, n), 0);
  const tail = (1 - intervalShare) / 2;
  const low = gammaQuantileTable(priorShape / dispersion, (priorShape + most) / dispersion, tail);
  const high = gammaQuantileTable(priorShape / dispersion, (priorShape + most) / dispersion, 1 - tail);
  const { start, value } = parameters.recalibration;
  const calibrated = recalibrate(grid, danger, { start: Float64Array.from(start), value: Float64Array.from(value) });
  const mean = Float32Array.from(calibrated, (p) => incidentsPerYear * p);
  const scaled = (quantile: (a: number) => number) =>
    Float32Array.from(calibrated, (p, cell) => {
      const a = (priorShape + Math.max(0, strength[cell]!)) / dispersion;
      return (quantile(a) * incidentsPerYear * p) / a;
    });
  return { mean, lower: scaled(low), upper: scaled(high) };
}
