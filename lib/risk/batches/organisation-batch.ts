import { isDeepStrictEqual } from 'node:util';
import type { Context } from '../../context.ts';
import { findOfficial, type Official } from '../find-official.ts';
import { surfaceOf } from '../model/surface.ts';
import { organisationBody } from '../organisation-body.ts';
import type { PublicBody } from '../public-body.ts';
import { findPublication } from '../store.ts';
import { type SurfaceShapes, shapesOf } from '../surface-shapes.ts';
import { evidenceFrom, inputsOf } from '../version-inputs.ts';
import { isTold, type Known } from './known.ts';
import { markedSquares } from './marked-squares.ts';
import { newestBySquare, releasedLand } from './released-land.ts';
import { coarseSquares, type PublicBatch, type Withheld } from './withheld.ts';

/**
 * The daily body and its clues: of these the authority reads every one that it may, organisations the open ones. `live`: the
 * moderators' layer of the same moment. One layer serves organisations and the authority, and a fine surface would tell either
 * of a clue or record kept from it: both get theirs of what both may read.
 */
export async function organisationBatch(ctx: Context, known: Known, live: SurfaceShapes) {
  const { open, shared, frame, today, deployment } = known;
  const drawn = open.clues.filter(({ id }) => shared.both.has(id));
  const told = open.records.filter(isTold);
  const batch = await newestPublicBatch(ctx);
  const official = withoutReleases(open.official);
  const all =
    drawn.length === known.clues.length &&
    told.length === known.records.length &&
    isDeepStrictEqual(official, await findOfficial(ctx.db, frame.demonstration));
  const sensitive = [
    ...known.clues.filter(({ id, sensitive }) => sensitive && shared.authorities.has(id)),
    ...known.records.filter((record) => record.sensitive),
  ];
  const body = organisationBody({
    ...frame,
    shapes: all
      ? live
      : await shapesOf(surfaceOf(evidenceFrom(inputsOf(drawn, told, official, deployment, ctx.now)).evidence)),
    squares: coarseSquares(batch, [...drawn, ...told]),
    // what is kept from them opens releases too, as of the newest public batch; before the first nobody can tell
    released: batch
      ? releasedLand(open.official.clearances, batch.withheld.newest, newestBySquare(drawn, told, today))
      : [],
    sensitive: [...new Set([...(batch?.withheld.sensitive ?? []), ...markedSquares(sensitive)])].sort(),
  });
  return { clues: known.clues.filter(({ id }) => shared.either.has(id)), body };
}

/** Clearance lowers what was told before, and every cell keeps its colour or hatch below the released land. */
const withoutReleases = ({ clearances, judged }: Official): Official => ({
  clearances: clearances.map((one) => ({ ...one, releases: false })),
  judged,
});

/** Null before the first, and for one from before organisations' batches took anything from it. */
async function newestPublicBatch(ctx: Context): Promise<PublicBatch | null> {
  const found = await findPublication(ctx.db, 'public');
  if (!found?.withheld) return null;
  return { squares: (found.body as PublicBody).squares, withheld: found.withheld as Withheld };
}
