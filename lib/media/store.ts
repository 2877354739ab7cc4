import { and, asc, eq, inArray, isNull, lt, sql } from 'drizzle-orm';
import { photoFiles, photoRedactions, reportPhotos } from '../../drizzle/schema/media.ts';
import type { Database } from '../db/client.ts';
import { decryptBytes, encrypt } from '../keys.ts';
import type { Processed } from './process-photo.ts';

export type PhotoRow = typeof reportPhotos.$inferSelect;
export type Picture = 'kept' | 'thumbnail' | 'redacted';

const bound = (photoId: string, picture: Picture): string => `photo/${photoId}/${picture}`;

export const findDraft = (db: Database, draftId: string) =>
  db
    .select({ photo: reportPhotos, file: photoFiles })
    .from(reportPhotos)
    .innerJoin(photoFiles, eq(photoFiles.photoId, reportPhotos.id))
    .where(eq(reportPhotos.draftId, draftId))
    .orderBy(asc(reportPhotos.position));

export const draftRows = (db: Database, draftId: string) =>
  db.select().from(reportPhotos).where(eq(reportPhotos.draftId, draftId)).orderBy(asc(reportPhotos.position));

/** Serialises what is done to the photos of one report that is not sent yet. */
export const lockDraft = (db: Database, draftId: string) =>
  db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`photos/${draftId}`}, 0))`);

export const unsentBytes = async (db: Database): Promise<number> =>
  Number(
    (
      await db
        .select({ bytes: sql<string>`coalesce(sum(${reportPhotos.bytes}), 0)` })
        .from(reportPhotos)
        .where(isNull(reportPhotos.reportId))
    )[0]?.bytes ?? 0,
  );

export async function insertPhoto(
  db: Database,
  at: { id: string; draftId: string; position: number; createdAt: Date },
  photo: Processed,
): Promise<void> {
  const { sha256, perceptualHash, width, height, kept, thumbnail, exif } = photo;
  await db.insert(reportPhotos).values({ ...at, sha256, perceptualHash, width, height, bytes: kept.length });
  await db.insert(photoFiles).values({
    photoId: at.id,
    kept: encrypt('photo', kept, bound(at.id, 'kept')),
    thumbnail: encrypt('photo', thumbnail, bound(at.id, 'thumbnail')),
    exifLng: exif.lng,
    exifLat: exif.lat,
    exifErrorMetres: exif.errorMetres,
    exifTakenAt: exif.takenAt,
  });
}

export const openPicture = (photoId: string, picture: Picture, sealed: Buffer | null): Buffer | null =>
  sealed && decryptBytes('photo', sealed, bound(photoId, picture));

export async function loadPicture(db: Database, photoId: string, picture: Picture): Promise<Buffer | null> {
  const [row] = await db
    .select({ sealed: photoFiles[picture] })
    .from(photoFiles)
    .where(eq(photoFiles.photoId, photoId));
  return row ? openPicture(photoId, picture, row.sealed) : null;
}

export const saveRedacted = (db: Database, photoId: string, redacted: Buffer | null) =>
  db
    .update(photoFiles)
    .set({ redacted: redacted && encrypt('photo', redacted, bound(photoId, 'redacted')) })
    .where(eq(photoFiles.photoId, photoId));

export const deletePhotos = (db: Database, ids: readonly string[]) =>
  db.delete(reportPhotos).where(inArray(reportPhotos.id, [...ids]));

export const deleteUnsent = async (db: Database, before: Date): Promise<number> =>
  (
    await db
      .delete(reportPhotos)
      .where(and(isNull(reportPhotos.reportId), lt(reportPhotos.createdAt, before)))
      .returning({ id: reportPhotos.id })
  ).length;

export const deletePhotosOf = (db: Database, reportId: string) =>
  db.delete(reportPhotos).where(eq(reportPhotos.reportId, reportId));

export async function markSent(db: Database, photoId: string, reportId: string, position: number, allowed: boolean) {
  await db.update(reportPhotos).set({ reportId, position }).where(eq(reportPhotos.id, photoId));
  const forgotten = { exifLng: null, exifLat: null, exifErrorMetres: null, exifTakenAt: null };
  await db
    .update(photoFiles)
    .set(allowed ? { exifAllowed: true } : forgotten)
    .where(eq(photoFiles.photoId, photoId));
}

export const photosOf = (db: Database, reportIds: readonly string[]) =>
  reportIds.length === 0
    ? Promise.resolve([])
    : db
        .select()
        .from(reportPhotos)
        .where(inArray(reportPhotos.reportId, [...reportIds]))
        .orderBy(asc(reportPhotos.reportId), asc(reportPhotos.position));

export async function lockPhoto(db: Database, photoId: string): Promise<PhotoRow | null> {
  const [row] = await db.select().from(reportPhotos).where(eq(reportPhotos.id, photoId)).for('update');
  return row ?? null;
}

export const findPhoto = async (db: Database, photoId: string): Promise<PhotoRow | null> =>
  (await db.select().from(reportPhotos).where(eq(reportPhotos.id, photoId)))[0] ?? null;

export const takenAt = async (db: Database, photoId: string): Promise<string | null> =>
  (
    await db
      .select({ takenAt: photoFiles.exifTakenAt })
      .from(photoFiles)
      .where(and(eq(photoFiles.photoId, photoId), eq(photoFiles.exifAllowed, true)))
  )[0]?.takenAt ?? null;

export const actsOf = (db: Database, photoId: string) =>
  db.select().from(photoRedactions).where(eq(photoRedactions.photoId, photoId)).orderBy(asc(photoRedactions.number));

export const insertAct = (db: Database, act: Omit<typeof photoRedactions.$inferInsert, 'id' | 'number'>) =>
  db.insert(photoRedactions).values(act);

export const savePhoto = (
  db: Database,
  photoId: string,
  set: Pick<PhotoRow, 'boxes' | 'reviewedBy' | 'reviewedAt' | 'version'>,
) => db.update(reportPhotos).set(set).where(eq(reportPhotos.id, photoId));
