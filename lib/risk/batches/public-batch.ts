import type { Context } from '../../context.ts';
import { publicBody } from '../public-body.ts';
import { findVictims } from '../store.ts';
import { isTold, type Known } from './known.ts';
import { markedSquares } from './marked-squares.ts';
import { newestBySquare, releasedLand } from './released-land.ts';
import type { Withheld } from './withheld.ts';

/** The weekly body, its clues, and what it keeps beside for the organisations' daily ones. */
export async function publicBatch(ctx: Context, { clues, records, open, shared, frame, today }: Known) {
  // of everything, zones too: a release must not outlast what opens it again, and that it is gone shows not why
  const newest = newestBySquare(clues, records, today);
  const kept = [...open.clues.filter(({ id }) => !shared.both.has(id)), ...open.records.filter((one) => !isTold(one))];
  const hidden = clues.filter(({ id, sensitive }) => sensitive && !shared.authorities.has(id));
  const withheld: Withheld = { squares: markedSquares(kept), sensitive: markedSquares(hidden), newest };
  const incidents = clues.map(({ incidentId }) => incidentId);
  // what its reporter took back is counted no more; its danger stays on the map, as coarse as everybody's
  const [gone, standing] = [true, false].map((is) => open.clues.filter(({ id }) => shared.gone.has(id) === is));
  const body = publicBody({
    clues: standing!,
    records: [...open.records, ...gone!],
    released: releasedLand(open.official.clearances, newest),
    victims: await findVictims(ctx.db, incidents),
    ...frame,
  });
  return { clues: standing!, body, withheld };
}
