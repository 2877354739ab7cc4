import type { LngLat } from '../../geo/hex-plane.ts';
import type { ClearanceMethod, ClueKind, Precision } from './parameters.ts';

/** radiusMetres: the 95 % positional error; of the boundary for lines and areas, never their extent. */
export type ClueGeometry =
  | { type: 'point'; lng: number; lat: number; radiusMetres: number }
  | { type: 'line'; coordinates: readonly LngLat[]; radiusMetres: number }
  | { type: 'area'; rings: readonly (readonly LngLat[])[]; radiusMetres: number };

/**
 * What the model knows of a clue: one incident or one presence, victims already collapsed.
 * startDay..endDay: days since 1970-01-01, the interval in which it happened. reliability: 0..1.
 * sourceKey: clues of one source share a cap.
 */
export type RiskClue = {
  id: string;
  kind: ClueKind;
  precision: Precision;
  geometry: ClueGeometry;
  startDay: number;
  endDay: number;
  reliability: number;
  sourceKey: string;
};

/** An official polygon. day: days since 1970-01-01 on which the work was completed. quality: 0..1, of the work and its record. */
export type Clearance = {
  id: string;
  rings: readonly (readonly LngLat[])[];
  method: ClearanceMethod;
  authority: string;
  day: number;
  quality: number;
  /** False for a search that found nothing and released nothing. */
  releases?: boolean;
};

export const RISK_INPUT_PROBLEMS = [
  'not_a_number',
  'geometry_missing',
  'outside_the_globe',
  'radius_out_of_range',
  'date_in_the_future',
  'dates_reversed',
  'reliability_out_of_range',
  'too_few_points',
  'too_many_points',
  'polygon_crosses_itself',
  'unknown_value',
  'duplicate_id',
  'area_of_interest_empty',
  'parameters_invalid',
] as const;
export type RiskInputProblem = (typeof RISK_INPUT_PROBLEMS)[number];

/** Thrown for a malformed clue, polygon or parameter; `subject` is its id. */
export class RiskInputError extends Error {
  readonly problem: RiskInputProblem;
  readonly subject: string;
  constructor(problem: RiskInputProblem, subject: string, detail: string) {
    super(`${subject}: ${detail}`);
    this.name = 'RiskInputError';
    this.problem = problem;
    this.subject = subject;
  }
}
