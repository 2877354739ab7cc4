import { bigint, boolean, doublePrecision, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { type PhotoBox, photoActs } from '../../lib/media/input.ts';
import { users } from './accounts.ts';
import { at, bytes, id } from './columns.ts';
import { confidential } from './contacts.ts';
import { minefieldRecords } from './records.ts';
import { reports } from './reports.ts';

/** Photos of reports: facts and hashes; the pictures themselves stand in `confidential.photo_files`. */
export const reportPhotos = pgTable('report_photos', {
  id: id(),
  /** The report's id before it is sent; until then `reportId` is null, and a job removes what nobody sends. */
  draftId: uuid('draft_id').notNull(),
  reportId: uuid('report_id').references(() => reports.id, { onDelete: 'cascade' }),
  position: integer('position').notNull(),
  /** Of the file that was sent, hex; the file itself is not kept. */
  sha256: text('sha256').notNull(),
  /** See lib/media/perceptual-hash.ts; null for a picture without structure. */
  perceptualHash: bigint('perceptual_hash', { mode: 'bigint' }),
  width: integer('width').notNull(),
  height: integer('height').notNull(),
  bytes: integer('bytes').notNull(),
  createdAt: at('created_at').notNull(),
  /** Boxes that are destroyed in the copy that is served beyond moderators. */
  boxes: jsonb('boxes').$type<PhotoBox[]>().notNull().default([]),
  reviewedBy: uuid('reviewed_by').references(() => users.id),
  reviewedAt: at('reviewed_at'),
  version: integer('version').notNull().default(1),
});

/** Encrypted under a key that is not in the database, bound to the photo's id. */
export const photoFiles = confidential.table('photo_files', {
  photoId: uuid('photo_id')
    .primaryKey()
    .references(() => reportPhotos.id, { onDelete: 'cascade' }),
  kept: bytes('kept').notNull(),
  thumbnail: bytes('thumbnail').notNull(),
  /** Made anew from `kept` whenever the boxes change; null until a person has reviewed. */
  redacted: bytes('redacted'),
  /** What the file said of itself; kept after sending only where the reporter allowed it. */
  exifLng: doublePrecision('exif_lng'),
  exifLat: doublePrecision('exif_lat'),
  exifErrorMetres: doublePrecision('exif_error_m'),
  /** Local time as the camera wrote it, YYYY-MM-DDTHH:MM:SS, without a zone. */
  exifTakenAt: text('exif_taken_at'),
  exifAllowed: boolean('exif_allowed').notNull().default(false),
});

/** Append-only: the boxes as they stood after each act. */
export const photoRedactions = pgTable('photo_redactions', {
  id: id(),
  number: bigint('number', { mode: 'number' }).generatedAlwaysAsIdentity().notNull().unique(),
  photoId: uuid('photo_id')
    .notNull()
    .references(() => reportPhotos.id, { onDelete: 'cascade' }),
  act: text('act', { enum: photoActs }).notNull(),
  boxes: jsonb('boxes').$type<PhotoBox[]>().notNull(),
  /** The act that an undo undoes. */
  aboutId: uuid('about_id'),
  byUserId: uuid('by_user_id')
    .notNull()
    .references(() => users.id),
  at: at('at').notNull(),
});

/** Scanned maps and sketches that a moderator added to a report or to a minefield record; the pictures stand in `confidential.scan_files`. */
export const scans = pgTable('scans', {
  id: id(),
  /** This or `recordId`. */
  reportId: uuid('report_id').references(() => reports.id, { onDelete: 'cascade' }),
  recordId: uuid('record_id').references(() => minefieldRecords.id),
  /** Of the file that was sent, hex; the file itself is not kept. */
  sha256: text('sha256').notNull(),
  width: integer('width').notNull(),
  height: integer('height').notNull(),
  bytes: integer('bytes').notNull(),
  addedBy: uuid('added_by')
    .notNull()
    .references(() => users.id),
  createdAt: at('created_at').notNull(),
});

/** Encrypted like photos, bound to the scan's id. */
export const scanFiles = confidential.table('scan_files', {
  scanId: uuid('scan_id')
    .primaryKey()
    .references(() => scans.id, { onDelete: 'cascade' }),
  kept: bytes('kept').notNull(),
});
