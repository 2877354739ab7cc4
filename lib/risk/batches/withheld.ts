import type { SquareId } from '../../geo/squares.ts';
import { type MarkedShape, markedSquares } from './marked-squares.ts';
import type { NewestBySquare } from './released-land.ts';

/**
 * What the public batch computes for the organisations' daily ones of clues and records that are kept from them. Were it
 * computed daily, a new square would tell them of a report on the day on which it came, days before the public could know.
 */
export type Withheld = {
  squares: SquareId[];
  /** In sensitive zones, and kept from the mine-action authority too. */
  sensitive: SquareId[];
  /** Of everything that is known. */
  newest: NewestBySquare;
};

export type PublicBatch = { squares: readonly SquareId[]; withheld: Withheld };

/**
 * Where organisations see no more than the square: what the newest public batch had and was kept from them then, and what it
 * had and today's layer does not draw, as when a reporter allows it no longer. None before the first public batch.
 */
export function coarseSquares(batch: PublicBatch | null, drawnToday: readonly MarkedShape[]): SquareId[] {
  if (!batch) return [];
  const drawn = new Set(markedSquares(drawnToday));
  const undrawn = batch.squares.filter((square) => !drawn.has(square));
  return [...new Set([...batch.withheld.squares, ...undrawn])].sort();
}
