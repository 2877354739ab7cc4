import { distanceMetres, earthRadiusMetres, toRadians } from './distance.ts';
import { fromPosition, type Position } from './lng-lat.ts';

/** Along a line, metres; of a ring its edge, if closed as given. */
export const lengthMetres = (line: readonly Position[]): number =>
  line.slice(1).reduce((sum, to, i) => sum + distanceMetres(fromPosition(line[i]!), fromPosition(to)), 0);

/** Within a ring on the sphere, square metres, whichever way it runs (Chamberlain & Duquette 2007, JPL 07-03). */
export function areaSquareMetres(ring: readonly Position[]): number {
  const sum = ring.reduce((total, [lng, lat], i) => {
    const [nextLng, nextLat] = ring[(i + 1) % ring.length]!;
    return total + toRadians(nextLng - lng) * (2 + Math.sin(toRadians(lat)) + Math.sin(toRadians(nextLat)));
  }, 0);
  return Math.abs((sum * earthRadiusMetres ** 2) / 2);
}
