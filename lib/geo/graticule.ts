import type { Bbox } from './bbox.ts';
import { type Position, roundDegrees } from './lng-lat.ts';

export type GraticuleLine = { kind: 'meridian' | 'parallel'; degrees: number; coordinates: [Position, Position] };

const steps = (from: number, to: number, step: number): number[] => {
  const first = Math.ceil(from / step - 1e-9);
  const count = Math.floor(to / step + 1e-9) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, i) => roundDegrees((first + i) * step));
};

/** Meridians and parallels at whole multiples of `stepDegrees`, cut to the box. */
export function graticule(box: Bbox, stepDegrees: number): GraticuleLine[] {
  const meridians = steps(box.west, box.east, stepDegrees).map(
    (degrees): GraticuleLine => ({
      kind: 'meridian',
      degrees,
      coordinates: [
        [degrees, box.south],
        [degrees, box.north],
      ],
    }),
  );
  const parallels = steps(box.south, box.north, stepDegrees).map(
    (degrees): GraticuleLine => ({
      kind: 'parallel',
      degrees,
      coordinates: [
        [box.west, degrees],
        [box.east, degrees],
      ],
    }),
  );
  return [...meridians, ...parallels];
}
