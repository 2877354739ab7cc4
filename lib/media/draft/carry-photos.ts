import { recordAudit } from '../../audit/record.ts';
import type { Context } from '../../context.ts';
import { transaction } from '../../db/transaction.ts';
import { newId } from '../../ids.ts';
import { findDraft, insertPhoto, lockDraft, openPicture } from '../store.ts';

/** Copies photos to a report that is written anew under another id. Answers the new ids, in their order. */
export function carryPhotos(
  ctx: Context,
  from: string,
  to: string,
  ids: readonly string[],
): Promise<{ id: string; sha256: string }[]> {
  return transaction(ctx, async (ctx) => {
    await lockDraft(ctx.db, to);
    const carried: { id: string; sha256: string }[] = [];
    for (const { photo, file } of await findDraft(ctx.db, from)) {
      const kept = openPicture(photo.id, 'kept', file.kept);
      const thumbnail = openPicture(photo.id, 'thumbnail', file.thumbnail);
      if (!ids.includes(photo.id) || !kept || !thumbnail) continue;
      const id = newId();
      const exif = {
        lng: file.exifLng,
        lat: file.exifLat,
        errorMetres: file.exifErrorMetres,
        takenAt: file.exifTakenAt,
      };
      const at = { id, draftId: to, position: carried.length, createdAt: ctx.now };
      await insertPhoto(ctx.db, at, { ...photo, kept, thumbnail, exif });
      carried.push({ id, sha256: photo.sha256 });
    }
    const detail = { count: carried.length };
    await recordAudit(ctx, { action: 'photo.carry', subjectType: 'report', subjectId: to, detail });
    return carried;
  });
}
