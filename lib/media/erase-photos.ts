import type { Context } from '../context.ts';
import { deleteScansOf } from './scans/store.ts';
import { deletePhotosOf } from './store.ts';

/** Deletes the photos and scans of a report that is taken back, in the transaction of the withdrawal; its audit row tells of it. */
export const erasePhotos = async (ctx: Context, reportId: string): Promise<void> => {
  await deletePhotosOf(ctx.db, reportId);
  await deleteScansOf(ctx.db, reportId);
};
