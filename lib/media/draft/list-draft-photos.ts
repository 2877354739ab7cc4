import type { Context } from '../../context.ts';
import { defaultArea } from '../../geo/area.ts';
import { bboxContains } from '../../geo/bbox.ts';
import { findDraft, openPicture } from '../store.ts';

export type DraftPhoto = {
  id: string;
  sha256: string;
  /** A small picture as a data URI. */
  thumbnail: string;
  /** Where the file says that it was taken, WGS84; null where it does not, or lies elsewhere. */
  takenAt: { lng: number; lat: number } | null;
};

/** The photos beside a report that is being written, for the holder of its seal; nothing else leads to them. */
export async function listDraftPhotos(ctx: Context, draftId: string): Promise<DraftPhoto[]> {
  const rows = await findDraft(ctx.db, draftId);
  return rows.map(({ photo, file }) => {
    const small = openPicture(photo.id, 'thumbnail', file.thumbnail);
    const { exifLng: lng, exifLat: lat } = file;
    const inArea = lng !== null && lat !== null && bboxContains(defaultArea.bbox, { lng, lat });
    return {
      id: photo.id,
      sha256: photo.sha256,
      thumbnail: small ? `data:image/jpeg;base64,${small.toString('base64')}` : '',
      takenAt: inArea ? { lng, lat } : null,
    };
  });
}
