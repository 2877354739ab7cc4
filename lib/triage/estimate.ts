import type { PrecisionClass } from '../clues/input.ts';
import { unknownDatumMetres } from '../geo/datum.ts';
import type { Geometry } from '../geo/lng-lat.ts';
import { oldMapUncertaintyMetres, settlementUncertaintyMetres } from '../geo/uncertainty.ts';
import type { LocationMethod, PositionOf } from '../reports/input.ts';
import { gapMetres } from './gap.ts';

export type Claim = {
  id: string;
  reportId: string;
  geometry: Geometry | null;
  uncertaintyMetres: number | null;
  method: LocationMethod;
  author: 'reporter' | 'moderator' | 'photo';
  positionOf: PositionOf;
  datum: 'wgs84' | 'sk42' | 'unknown';
  placeId: string | null;
  /** An official gives it: then an observer's position may be class A. */
  official: boolean;
  createdAt: Date;
};

export type Estimate = {
  claimId: string;
  reportId: string;
  geometry: Geometry;
  /** Radius of 95 %, or the positional error of a line's or area's boundary. */
  uncertaintyMetres: number;
  precisionClass: PrecisionClass;
  method: LocationMethod;
  positionOf: PositionOf;
  placeId: string | null;
  /** Why this claim (`triage.estimateReason.<key>`). */
  reason: 'moderator' | 'chosen' | 'only_claim' | 'position_of_event' | 'smallest_error';
  /** Claims whose error shapes do not meet the chosen one's. */
  conflicting: string[];
};

/** Wounded animals walk, carcasses are dragged. */
const animalMovesMetres = 1000;
/** What a method can tell at best, and what is assumed when nothing is said, in metres. */
const methods: Record<LocationMethod, { atBest: number; assumed: number }> = {
  device_gps: { atBest: 10, assumed: 100 },
  exif: { atBest: 10, assumed: 100 },
  map_pin: { atBest: 10, assumed: 500 },
  direction_distance: { atBest: 500, assumed: 1000 },
  old_map: { atBest: 50, assumed: oldMapUncertaintyMetres },
  settlement_centroid: { atBest: settlementUncertaintyMetres, assumed: settlementUncertaintyMetres },
  text_only: { atBest: settlementUncertaintyMetres, assumed: 10_000 },
};
const animalPositions: readonly PositionOf[] = ['animal_found', 'carcass_found', 'last_seen_grazing'];

/** The error that counts for the event, in metres. */
export function effectiveUncertaintyMetres(claim: Claim): number {
  const { atBest, assumed } = methods[claim.method];
  const told = Math.max(claim.uncertaintyMetres ?? assumed, atBest);
  const datum = claim.datum === 'unknown' ? unknownDatumMetres : 0;
  return Math.max(told + datum, animalPositions.includes(claim.positionOf) ? animalMovesMetres : 0);
}

/** A <= 50 m, B <= 500 m, C <= 2 km, D beyond. A position that is not the event's own is never class A. */
export function precisionClassOf(
  uncertaintyMetres: number,
  position?: Pick<Claim, 'positionOf' | 'official'>,
): PrecisionClass {
  const ofEvent = !position || position.positionOf === 'event' || position.positionOf === 'crater' || position.official;
  if (uncertaintyMetres <= 50 && ofEvent) return 'A';
  if (uncertaintyMetres <= 500) return 'B';
  return uncertaintyMetres <= 2000 ? 'C' : 'D';
}

const closeness: Record<PositionOf, number> = {
  crater: 0,
  event: 0,
  observer: 1,
  landmark: 1,
  animal_found: 2,
  carcass_found: 2,
  last_seen_grazing: 2,
};

/**
 * Where it happened, as the claims tell it now: a moderator's newest own claim, else the event's own position before
 * any other, else the smallest error. Null when no claim has a geometry.
 */
export function estimateOf(claims: readonly Claim[]): Estimate | null {
  const located = claims
    .filter((claim): claim is Claim & { geometry: Geometry } => claim.geometry !== null)
    .map((claim) => ({ ...claim, error: effectiveUncertaintyMetres(claim) }));
  const own = located
    .filter((c) => c.author === 'moderator')
    .sort((a, b) => +b.createdAt - +a.createdAt || order(a, b));
  const ranked = [...located].sort(
    (a, b) => closeness[a.positionOf] - closeness[b.positionOf] || a.error - b.error || order(a, b),
  );
  const chosen = own[0] ?? ranked[0];
  if (!chosen) return null;
  const apart = (other: (typeof located)[number]) =>
    gapMetres(chosen.geometry, other.geometry) > chosen.error + other.error;
  return {
    claimId: chosen.id,
    reportId: chosen.reportId,
    geometry: chosen.geometry,
    uncertaintyMetres: chosen.error,
    precisionClass: precisionClassOf(chosen.error, chosen),
    method: chosen.method,
    positionOf: chosen.positionOf,
    placeId: chosen.placeId,
    reason: reasonOf(chosen, ranked),
    conflicting: located.filter((other) => other.id !== chosen.id && apart(other)).map(({ id }) => id),
  };
}

const order = (a: Claim, b: Claim) => +a.createdAt - +b.createdAt || (a.id < b.id ? -1 : 1);

function reasonOf(chosen: Claim, ranked: readonly Claim[]): Estimate['reason'] {
  if (chosen.author === 'moderator') return 'moderator';
  if (ranked.length === 1) return 'only_claim';
  return closeness[ranked[1]!.positionOf] > closeness[chosen.positionOf] ? 'position_of_event' : 'smallest_error';
}
