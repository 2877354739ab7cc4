import type { Piece } from '../model/stamps/pieces.ts';

type At = { x: number; y: number };

const LONGEST_METRES = 25_000;

/**
 * Pieces along straight lines from each place to its two nearest neighbours: hazards follow lines, and gaps between incidents
 * of one line are likelier hazardous than their distance alone says. Empty for a place without neighbours within 25 km.
 */
export function neighbourLines(places: readonly At[], spacingMetres: number): Piece[][] {
  return places.map((from) => {
    const nearest = twoNearest(places, from);
    return nearest.flatMap(({ to, distance }) => {
      const count = Math.max(1, Math.ceil(distance / spacingMetres));
      return Array.from({ length: count }, (_, k): Piece => {
        const t = (k + 0.5) / count;
        return {
          x: from.x + t * (to.x - from.x),
          y: from.y + t * (to.y - from.y),
          weight: 1 / count / nearest.length,
          radius: spacingMetres / 2,
        };
      });
    });
  });
}

function twoNearest(places: readonly At[], from: At): { to: At; distance: number }[] {
  let [first, second]: ({ to: At; distance: number } | null)[] = [null, null];
  for (const to of places) {
    const distance = Math.hypot(to.x - from.x, to.y - from.y);
    if (distance <= 1 || distance > (second?.distance ?? LONGEST_METRES)) continue;
    if (distance < (first?.distance ?? LONGEST_METRES)) [first, second] = [{ to, distance }, first];
    else second = { to, distance };
  }
  return [first, second].flatMap((one) => one ?? []);
}
