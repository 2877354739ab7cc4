import { distanceMetres } from '../../geo/distance.ts';
import { fromPosition, type Geometry } from '../../geo/lng-lat.ts';
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

/** Per square kilometre, of two pins of one event that lie so far apart: as both say, or as those who understate. */
function pinDensity(km: number, ra: number, rb: number): number {
  const { radiusToSigma, leastSigmaMetres, understated } = weights;
  const sigma = Math.hypot(ra / radiusToSigma, rb / radiusToSigma, leastSigmaMetres) / 1000;
  const wide = understated.times * sigma + understated.kilometres;
  const normal = (s: number) => Math.exp(-(km * km) / (2 * s * s)) / (2 * Math.PI * s * s);
  return (1 - understated.share) * normal(sigma) + understated.share * normal(wide);
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
    ((1 - misplaced) * pinDensity(km, ra, rb) * ratioOf(weights.nameWithPin, names) +
      misplaced * wrong * ratioOf(weights.nameWithoutPin, names)) /
    backgroundPerSquareKilometre;
  const slope = Math.min(ra, rb) >= crowdedFromMetres ? crowdedSlope : 1;
  const reach = ra + rb;
  const key = metres <= reach ? 'circles_overlap' : metres <= 2 * reach + 500 ? 'circles_near' : 'circles_apart';
  return [{ key, weight: slope * Math.log(ratio), detail: { metres: Math.round(metres) } }, ...named];
}
