import * as z from 'zod/mini';
import { traverseShapes } from '../geo/traverse.ts';
import { datums } from '../reports/input.ts';

/** `sent_back` by the second person with a reason; `superseded` by an accepted correction. */
export const recordStates = ['proposed', 'sent_back', 'accepted', 'superseded', 'withdrawn'] as const;
export const correctableStates: readonly RecordState[] = ['sent_back', 'accepted'];
/** Who besides moderators may be shown the record itself; its danger is drawn for everybody, as coarse as they see any. */
export const recordAudiences = ['moderators', 'organisations'] as const;
export type RecordState = (typeof recordStates)[number];
export type RecordAudience = (typeof recordAudiences)[number];

const text = (longest: number) => z.string().check(z.trim(), z.maxLength(longest, 'text_too_long'));
const version = z.int('version_invalid').check(z.gte(1, 'version_invalid'));
const whole = (most: number) =>
  z.optional(z.int('number_invalid').check(z.gte(1, 'number_invalid'), z.lte(most, 'number_invalid')));
const metres = (most: number) =>
  z.number('uncertainty_invalid').check(z.gte(0, 'uncertainty_invalid'), z.lte(most, 'uncertainty_invalid'));

export const proposeRecordInput = z.object({
  /** Drawn by the form: a second post of it returns what the first made. */
  id: z.optional(z.uuid('id_invalid')),
  /** Number or title of the form, map or sketch. */
  documentId: text(200).check(z.minLength(1, 'document_required')),
  /** Through whose hands it came here, the first first. */
  custody: text(2000).check(z.minLength(1, 'custody_required')),
  mapSeries: z.optional(text(200)),
  sheet: z.optional(text(100)),
  /** 50000 for 1:50,000. */
  scale: whole(5_000_000),
  datum: z.enum(datums, 'number_invalid'),
  /** What stands there: a bench mark, the corner of a bridge. */
  referenceName: z.optional(text(300)),
  /** Coordinates of the reference point in any accepted format. */
  referenceText: text(200),
  shape: z.enum(traverseShapes),
  tied: z.boolean(),
  /** One a line: bearing in degrees, metres. */
  legsText: text(5000),
  declinationDegrees: z.number('number_invalid').check(z.gte(-30, 'number_invalid'), z.lte(30, 'number_invalid')),
  bearingErrorDegrees: z.number('number_invalid').check(z.gte(0, 'number_invalid'), z.lte(45, 'number_invalid')),
  distanceErrorMetres: metres(1000),
  residualMetres: metres(10_000),
  rows: whole(1000),
  spacingMetres: z.optional(z.number('number_invalid').check(z.gt(0, 'number_invalid'), z.lte(1000, 'number_invalid'))),
  /** One a line: type, count. */
  devicesText: z.optional(text(3000)),
  /** YYYY, YYYY-MM or YYYY-MM-DD. */
  laidFrom: z.optional(text(10)),
  laidTo: z.optional(text(10)),
  audience: z.enum(recordAudiences, 'number_invalid'),
  note: z.optional(text(2000)),
  /** The record that it corrects, at the version that was read, and what was wrong with it. */
  correctsId: z.optional(z.uuid('record_unknown')),
  correctsVersion: z.optional(version),
  correctionReason: z.optional(text(1000)),
});
export type RecordTold = z.output<typeof proposeRecordInput>;

export const acceptRecordInput = z.object({ recordId: z.uuid('record_unknown'), version });
export const sendBackRecordInput = z.object({
  recordId: z.uuid('record_unknown'),
  version,
  reason: text(1000).check(z.minLength(1, 'reason_required')),
});
export const withdrawRecordInput = z.object({
  recordId: z.uuid('record_unknown'),
  version,
  reason: text(1000).check(z.minLength(1, 'reason_required')),
});
