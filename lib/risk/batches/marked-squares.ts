import { publicSquares } from '../../clues/disclosure.ts';
import type { SquareId } from '../../geo/squares.ts';
import type { VerifiedClue } from '../store.ts';

export type MarkedShape = Pick<VerifiedClue, 'geometry' | 'uncertaintyMetres'>;

/** Every square that the 95 % shape of any of these clues or records touches, from one on; which clue, how many and when stays out. */
export const markedSquares = (shapes: readonly MarkedShape[]): SquareId[] =>
  [...new Set(shapes.flatMap(squaresOf))].sort();

export function squaresOf({ geometry, uncertaintyMetres }: MarkedShape): SquareId[] {
  const parts =
    geometry.type === 'MultiPolygon'
      ? geometry.coordinates.map((coordinates) => ({ type: 'Polygon' as const, coordinates }))
      : [geometry];
  return parts.flatMap((part) =>
    publicSquares({ state: 'verified', sensitive: false, geometry: part, uncertaintyMetres }),
  );
}
