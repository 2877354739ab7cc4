import type { Context } from '../../context.ts';
import { Problem } from '../../errors.ts';
import { deleteUnsent } from '../store.ts';

const keptMilliseconds = 24 * 3_600_000;

/** Deletes the photos of reports that nobody sent within 24 hours; answers how many. A job's work alone. */
export async function removeUnsentPhotos(ctx: Context): Promise<number> {
  if (ctx.actor.type !== 'job') throw new Problem('forbidden');
  return deleteUnsent(ctx.db, new Date(ctx.now.getTime() - keptMilliseconds));
}
