import type { Context } from '../../context.ts';
import { Problem } from '../../errors.ts';
import { openPublishable, publishablePhotos } from '../../media/publishable-photos.ts';
import { getClue } from '../get-clue.ts';
import { cluePhotoReports } from '../store.ts';

/**
 * The photos of a clue that the asking organisation may see: of reports whose reporter allowed it, each reviewed by a
 * person. Who may not see the clue, or reads as the public, sees none. Errors: not_found.
 */
export async function listCluePhotos(ctx: Context, clueId: string): Promise<{ id: string }[]> {
  const clue = await getClue(ctx, clueId);
  if (clue.audience === 'public') return [];
  return publishablePhotos(ctx, await cluePhotoReports(ctx, clueId));
}

/** The redacted copy of one of them, JPEG. Errors: not_found. */
export async function getCluePhoto(ctx: Context, clueId: string, photoId: string): Promise<Buffer> {
  const shown = await listCluePhotos(ctx, clueId);
  const bytes = shown.some(({ id }) => id === photoId) ? await openPublishable(ctx, photoId) : null;
  if (!bytes) throw new Problem('not_found');
  return bytes;
}
