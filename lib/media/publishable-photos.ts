import type { Context } from '../context.ts';
import { loadPicture, photosOf } from './store.ts';

/** Of these reports' photos those that a person has reviewed; whether their reporters allow it is asked before. */
export async function publishablePhotos(ctx: Context, reportIds: readonly string[]): Promise<{ id: string }[]> {
  const rows = await photosOf(ctx.db, reportIds);
  return rows.filter(({ reviewedAt }) => reviewedAt !== null).map(({ id }) => ({ id }));
}

/** The redacted copy; there is none until a person has reviewed, and never another. */
export const openPublishable = (ctx: Context, photoId: string): Promise<Buffer | null> =>
  loadPicture(ctx.db, photoId, 'redacted');
