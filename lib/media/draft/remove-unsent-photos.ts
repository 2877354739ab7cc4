import type { Context } from '../../context.ts';
import { deleteUnsent } from '../store.ts';

const keptMilliseconds = 24 * 3_600_000;

/** Deletes the photos of reports that nobody sent within 24 hours, for a job. Answers how many. */
export const removeUnsentPhotos = (ctx: Context): Promise<number> =>
  deleteUnsent(ctx.db, new Date(ctx.now.getTime() - keptMilliseconds));
