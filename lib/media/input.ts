import * as z from 'zod/mini';

/** Photos of one report. */
export const mostPhotos = 10;
/** Longest side that is kept, pixels; the phone shrinks to less. */
export const keptSide = 4096;
export const mostPixels = 40_000_000;
/** One file as it is sent, and all files of one post. */
export const photoLimitBytes = 15_000_000;
export const photosLimitBytes = 60_000_000;

/** Scanned maps and sketches of one report or record. */
export const mostScans = 10;

/** What was done to a photo's redaction; a box is in pixels of the kept photo. */
export const photoActs = ['boxes', 'undo', 'reviewed'] as const;
export const mostBoxes = 40;

const pixel = z.int('box_invalid').check(z.gte(0, 'box_invalid'), z.lte(keptSide, 'box_invalid'));
const side = pixel.check(z.gte(1, 'box_invalid'));
export const photoBox = z.object({ x: pixel, y: pixel, width: side, height: side });
export type PhotoBox = z.infer<typeof photoBox>;

const photoId = z.uuid('not_found');
/** The version that the edit is based on. */
const version = z.int('version_invalid').check(z.gte(1, 'version_invalid'));

export const boxesInput = z.object({
  photoId,
  version,
  boxes: z.array(photoBox).check(z.maxLength(mostBoxes, 'too_many')),
});
export const removeScanInput = z.object({
  /** This or `recordId`. */
  reportId: z.optional(z.uuid('not_found')),
  recordId: z.optional(z.uuid('not_found')),
  scanId: z.uuid('not_found'),
  reason: z.string().check(z.trim(), z.minLength(1, 'reason_required'), z.maxLength(1000, 'text_too_long')),
});
export const photoActInput = z.object({ photoId, version });
