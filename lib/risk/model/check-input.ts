import type { LngLat, LngLatPolygons } from '../../geo/hex-plane.ts';
import { crossesItself } from '../../geo/hex-shape.ts';
import { type Clearance, type RiskClue, RiskInputError, type RiskInputProblem } from './clue.ts';
import { CLEARANCE_METHODS, CLUE_KINDS, PRECISIONS, type RiskParameters } from './parameters.ts';

export const MAX_RADIUS_METRES = 100_000;
const MAX_POINTS = 20_000;

type Refuse = (problem: RiskInputProblem, detail: string) => never;
const refuser =
  (subject: string): Refuse =>
  (problem, detail) => {
    throw new RiskInputError(problem, subject, detail);
  };

/** Throws RiskInputError unless the clue is well formed and not after asOfDay. */
export function checkClue(clue: RiskClue, asOfDay: number): void {
  const refuse = refuser(typeof clue?.id === 'string' && clue.id ? clue.id : 'clue without id');
  if (!clue?.id) refuse('unknown_value', 'a clue needs an id');
  if (!CLUE_KINDS.includes(clue.kind))
    refuse('unknown_value', `kind ${clue.kind} is not one of ${CLUE_KINDS.join(', ')}`);
  if (!PRECISIONS.includes(clue.precision))
    refuse('unknown_value', `precision ${clue.precision} is not one of ${PRECISIONS.join(', ')}`);
  checkDays(clue.startDay, clue.endDay, asOfDay, refuse);
  if (!(clue.reliability >= 0 && clue.reliability <= 1))
    refuse('reliability_out_of_range', `reliability ${clue.reliability} is not between 0 and 1`);
  const geometry = clue.geometry;
  if (!geometry) throw new RiskInputError('geometry_missing', clue.id, 'geometry is missing');
  if (!Number.isFinite(geometry.radiusMetres)) refuse('not_a_number', 'radiusMetres is not a number');
  if (!(geometry.radiusMetres > 0 && geometry.radiusMetres < MAX_RADIUS_METRES))
    refuse('radius_out_of_range', `radius ${geometry.radiusMetres} m is not between 0 and ${MAX_RADIUS_METRES} m`);
  if (geometry.type === 'point') checkPoint([geometry.lng, geometry.lat], refuse);
  else if (geometry.type === 'line') checkLine(geometry.coordinates, refuse);
  else if (geometry.type === 'area') checkRings(geometry.rings, refuse);
  else refuse('geometry_missing', 'geometry is neither point, line nor area');
}

/** Throws RiskInputError unless the official polygon is well formed and not after asOfDay. */
export function checkClearance(clearance: Clearance, asOfDay: number): void {
  const refuse = refuser(clearance?.id || 'clearance without id');
  if (!clearance?.id) refuse('unknown_value', 'a clearance needs an id');
  if (!CLEARANCE_METHODS.includes(clearance.method)) refuse('unknown_value', `method ${clearance.method} is unknown`);
  if (!clearance.authority) refuse('unknown_value', 'a release names its authority');
  checkDays(clearance.day, clearance.day, asOfDay, refuse);
  if (!(clearance.quality >= 0 && clearance.quality <= 1))
    refuse('reliability_out_of_range', `quality ${clearance.quality} is not between 0 and 1`);
  checkRings(clearance.rings, refuse);
}

/** Throws RiskInputError when the table contradicts itself. */
export function checkParameters(parameters: RiskParameters): void {
  const refuse = refuser('parameters');
  const { scalesMetres, scaleWeights, halfLivesDays, halfLifeWeights } = parameters;
  if (scalesMetres.length !== scaleWeights.length || halfLivesDays.length !== halfLifeWeights.length)
    refuse('parameters_invalid', 'scales and half-lives need one weight each');
  if (halfLivesDays[0] !== 0) refuse('parameters_invalid', 'the first half-life must be 0 (infinity)');
  if (scalesMetres.some((h, i) => !(h > (scalesMetres[i - 1] ?? 0))))
    refuse('parameters_invalid', 'scales must be positive and ascending');
  if (!(parameters.floorWeight > 0 && parameters.floorWeight < 1))
    refuse('parameters_invalid', 'floorWeight must lie between 0 and 1');
}

/** Throws RiskInputError unless the area of interest is GeoJSON MultiPolygon coordinates. */
export function checkAreaOfInterest(polygons: LngLatPolygons): void {
  const refuse = refuser('area of interest');
  if (!Array.isArray(polygons) || !polygons.length) refuse('area_of_interest_empty', 'it has no polygon');
  for (const rings of polygons) {
    if (!Array.isArray(rings) || !rings.length) refuse('geometry_missing', 'a polygon has no ring');
    for (const ring of rings) {
      if (!Array.isArray(ring) || withoutRepeatedEnd(ring).length < 3)
        refuse('too_few_points', 'a ring needs three different points');
      for (const at of ring) checkPoint(at, refuse);
    }
  }
}

function checkDays(startDay: number, endDay: number, asOfDay: number, refuse: Refuse): void {
  if (![startDay, endDay, asOfDay].every(Number.isFinite)) refuse('not_a_number', 'a date is missing or not a number');
  if (startDay > endDay) refuse('dates_reversed', 'the interval ends before it starts');
  if (endDay > asOfDay) refuse('date_in_the_future', 'the date lies after the date of the surface');
}

function checkPoint(at: LngLat, refuse: Refuse): void {
  if (!Array.isArray(at) || !Number.isFinite(at[0]) || !Number.isFinite(at[1]))
    refuse('not_a_number', 'a coordinate is missing or not a number');
  if (Math.abs(at[0]) > 180 || Math.abs(at[1]) > 90)
    refuse('outside_the_globe', `${at[0]}, ${at[1]} is not on the globe`);
}

function checkLine(coordinates: readonly LngLat[], refuse: Refuse): void {
  if (!Array.isArray(coordinates)) refuse('geometry_missing', 'coordinates are missing');
  if (coordinates.length < 2) refuse('too_few_points', 'a line needs two points');
  if (coordinates.length > MAX_POINTS) refuse('too_many_points', `more than ${MAX_POINTS} points`);
  for (const at of coordinates) checkPoint(at, refuse);
}

function checkRings(rings: readonly (readonly LngLat[])[], refuse: Refuse): void {
  if (!Array.isArray(rings) || !rings.length) refuse('geometry_missing', 'rings are missing');
  for (const ring of rings) {
    checkLine(ring, refuse);
    if (withoutRepeatedEnd(ring).length < 3) refuse('too_few_points', 'a ring needs three different points');
  }
  if (crossesItself(rings.map(withoutRepeatedEnd))) refuse('polygon_crosses_itself', 'the polygon crosses itself');
}

/** GeoJSON closes a ring by repeating its first point; the model's shapes do not. */
export function withoutRepeatedEnd(ring: readonly LngLat[]): readonly LngLat[] {
  const [first, last] = [ring[0], ring[ring.length - 1]];
  return ring.length > 1 && first![0] === last![0] && first![1] === last![1] ? ring.slice(0, -1) : ring;
}
