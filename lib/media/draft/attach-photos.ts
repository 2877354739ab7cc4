import type { Context } from '../../context.ts';
import { Problem } from '../../errors.ts';
import { findDraft, lockDraft, markSent } from '../store.ts';

export type SentPhoto = { id: string; sha256: string; usePlace: boolean };
/** Where an allowed photo was taken: WGS84 degrees, metres, the camera's local time. */
export type PhotoPlace = { lng: number; lat: number; errorMetres: number | null; takenAt: string | null };

/**
 * Binds photos to their report, in the transaction that stores it; what the camera wrote is kept of those whose place
 * may be used, and forgotten of the others. Throws `invalid_input` at `photos` when one is not there (any more).
 */
export async function attachPhotos(ctx: Context, reportId: string, sent: readonly SentPhoto[]): Promise<PhotoPlace[]> {
  if (sent.length === 0) return [];
  await lockDraft(ctx.db, reportId);
  const rows = await findDraft(ctx.db, reportId);
  const places: PhotoPlace[] = [];
  for (const [position, { id, sha256, usePlace }] of sent.entries()) {
    const row = rows.find(({ photo }) => photo.id === id && photo.sha256 === sha256 && photo.reportId === null);
    if (!row) throw new Problem('invalid_input', { fields: { photos: 'photo_gone' } });
    await markSent(ctx.db, id, reportId, position, usePlace);
    const { exifLng: lng, exifLat: lat, exifErrorMetres: errorMetres, exifTakenAt: takenAt } = row.file;
    if (usePlace && lng !== null && lat !== null) places.push({ lng, lat, errorMetres, takenAt });
  }
  return places;
}
