import { distanceMetres } from '../../geo/distance.ts';
import { fromPosition, type Geometry, positionsOf } from '../../geo/lng-lat.ts';
import { areaSquareMetres, lengthMetres } from '../../geo/measure.ts';
import { compareTrigrams } from '../../places/trigrams.ts';
import { gapMetres } from '../gap.ts';
import type { Name, SameEventReason, Sighting } from './sighting.ts';
import { weights } from './weights.ts';

/** How alike the closest two of the names are, 0 to 1; null when one side has none. */
export function alikeness(a: readonly Name[], b: readonly Name[]): number | null {
  if (a.length === 0 || b.length === 0) return null;
  let most = 0;
  for (const one of a)
    for (const other of b)
      most = Math.max(most, one.text === other.text ? 1 : compareTrigrams(one.trigrams, other.trigrams).similarity);
  return most;
}

/** Points, by far the most, need no plane. */
const metresBetween = (a: Geometry, b: Geometry): number =>
  a.type === 'Point' && b.type === 'Point'
    ? distanceMetres(fromPosition(a.coordinates), fromPosition(b.coordinates))
    : gapMetres(a, b);

/** From `other` (not alike) to `alike`; nothing told is no evidence. */
function ratioOf({ alike, other }: { alike: number; other: number }, likeness: number | null): number {
  if (likeness === null) return 1;
  const share = Math.min(1, Math.max(0, (likeness - 0.25) / 0.4));
  return Math.exp(share * Math.log(alike) + (1 - share) * Math.log(other));
}

/** How far the corners of each of two shapes are off the other, on average. */
function metresOff(a: Geometry, b: Geometry): number {
  const mean = (from: Geometry, to: Geometry) => {
    const all = positionsOf(from);
    // some of many say enough, and this is asked of every candidate
    const corners = all.filter((_, i) => i % Math.ceil(all.length / 8) === 0);
    return (
      corners.reduce((sum, coordinates) => sum + gapMetres({ type: 'Point', coordinates }, to), 0) / corners.length
    );
  };
  return (mean(a, b) + mean(b, a)) / 2;
}

/** A point of one thing may be anywhere on a line or in an area: so many square kilometres, where a line is `sigma` wide. */
function spreadOf(geometry: Geometry, sigma: number): number {
  if (geometry.type === 'Polygon') return areaSquareMetres(geometry.coordinates[0]!) / 1e6;
  return geometry.type === 'Point' ? 0 : (Math.sqrt(2 * Math.PI) * sigma * lengthMetres(geometry.coordinates)) / 1000;
}

type Place = NonNullable<Sighting['place']>;

/** Per square kilometre, of two places of one event: as both say, or as those who understate. */
function placeDensity(a: Place, b: Place): number {
  const { radiusToSigma, leastSigmaMetres, understated } = weights;
  const radii = [a.uncertaintyMetres, b.uncertaintyMetres].map((radius) => radius / radiusToSigma);
  const sigma = Math.hypot(...radii, leastSigmaMetres) / 1000;
  const wide = understated.times * sigma + understated.kilometres;
  const spreads = (s: number) => [spreadOf(a.geometry, s), spreadOf(b.geometry, s)];
  const density = (metres: number, spread: (s: number) => number) => {
    const normal = (s: number) => Math.exp(-((metres / 1000) ** 2) / (2 * s * s)) / (2 * Math.PI * s * s + spread(s));
    return (1 - understated.share) * normal(sigma) + understated.share * normal(wide);
  };
  const gap = metresBetween(a.geometry, b.geometry);
  if (a.geometry.type === 'Point' || b.geometry.type === 'Point') return density(gap, (s) => Math.max(...spreads(s)));
  // two shapes of one thing lie on one another, or the one is a part of the other
  return Math.max(
    density(metresOff(a.geometry, b.geometry), () => 0),
    density(gap, (s) => Math.min(...spreads(s))),
  );
}

/**
 * The pin is right within both errors (a normal density of their sum), or it is in the wrong village and the name tells;
 * against the density of other reports. Falls with distance.
 */
export function placeReasons(a: Sighting, b: Sighting): SameEventReason[] {
  const names = alikeness(a.names, b.names);
  const named: SameEventReason[] =
    names === null ? [] : [{ key: names >= 0.5 ? 'same_name' : 'other_name', weight: 0 }];
  const districts = alikeness(a.districts, b.districts);
  if (!a.place || !b.place) {
    const district = districts === null ? 1 : districts >= 0.6 ? weights.district.same : weights.district.other;
    const name = ratioOf(weights.nameUnlocated, names);
    return [
      ...named.map((reason) => ({ ...reason, weight: Math.log(name) })),
      ...(districts === null
        ? [{ key: 'not_located', weight: 0 }]
        : [{ key: districts >= 0.6 ? 'same_district' : 'other_district', weight: Math.log(district) }]),
    ];
  }
  const metres = metresBetween(a.place.geometry, b.place.geometry);
  const [ra, rb] = [a.place.uncertaintyMetres, b.place.uncertaintyMetres];
  const { misplaced, misplacedKilometres, backgroundPerSquareKilometre, crowdedFromMetres, crowdedSlope } = weights;
  const km = metres / 1000;
  const wrong = Math.exp(-km / misplacedKilometres) / (2 * Math.PI * misplacedKilometres ** 2);
  const ratio =
    ((1 - misplaced) * placeDensity(a.place, b.place) * ratioOf(weights.nameWithPin, names) +
      misplaced * wrong * ratioOf(weights.nameWithoutPin, names)) /
    backgroundPerSquareKilometre;
  const slope = Math.min(ra, rb) >= crowdedFromMetres ? crowdedSlope : 1;
  const reach = ra + rb;
  const key = metres <= reach ? 'circles_overlap' : metres <= 2 * reach + 500 ? 'circles_near' : 'circles_apart';
  return [{ key, weight: slope * Math.log(ratio), detail: { metres: Math.round(metres) } }, ...named];
}
