import { type Context, moderators, requireRole } from '../../context.ts';
import { Problem } from '../../errors.ts';
import { isId } from '../../ids.ts';
import { actsOf, findPhoto, loadPicture, type Picture, takenAt } from '../store.ts';
import { standing } from './acts.ts';

/** A photo with its boxes, for the redaction desk. Errors: not_found, forbidden. */
export async function getPhoto(ctx: Context, photoId: string) {
  requireRole(ctx, ...moderators);
  const photo = isId(photoId) ? await findPhoto(ctx.db, photoId) : null;
  if (!photo?.reportId) throw new Problem('not_found');
  const { id, reportId, position, width, height, boxes, reviewedAt, version } = photo;
  return {
    id,
    reportId,
    number: position + 1,
    width,
    height,
    boxes,
    reviewed: reviewedAt !== null,
    version,
    /** The camera's local time; null unless the reporter allowed it. */
    takenAt: await takenAt(ctx.db, id),
    undoable: standing(await actsOf(ctx.db, id)).length > 0,
  };
}
export type PhotoView = Awaited<ReturnType<typeof getPhoto>>;

/** The bytes (JPEG) of a sent photo, for moderators. Errors: not_found, forbidden. */
export async function getPicture(ctx: Context, photoId: string, picture: Picture): Promise<Buffer> {
  requireRole(ctx, ...moderators);
  const photo = isId(photoId) ? await findPhoto(ctx.db, photoId) : null;
  const bytes = photo?.reportId ? await loadPicture(ctx.db, photoId, picture) : null;
  if (!bytes) throw new Problem('not_found');
  return bytes;
}
