import * as z from 'zod/mini';
import { infoCredibilities, sourceClasses, sourceReliabilities } from '../input.ts';

export const importStates = ['checked', 'imported'] as const;
/** Same event as its best candidate, a mere repeat of it, an event of its own, or left for the ordinary queue. */
export const importDecisions = ['same', 'repeat', 'new', 'skip'] as const;
export const mostBytes = 900_000;
export const mostRows = 1000;

const text = (longest: number) => z.string().check(z.trim(), z.maxLength(longest, 'text_too_long'));
const batchId = z.uuid('batch_unknown');
const version = z.int('version_invalid').check(z.gte(1, 'version_invalid'));

export const checkImportInput = z.object({
  csv: z.string().check(z.minLength(1, 'file_required'), z.maxLength(mostBytes, 'file_too_large')),
  series: text(60).check(z.regex(/^[a-z0-9][a-z0-9-]*$/, 'series_invalid')),
  fileName: z._default(text(200), ''),
});
export const runImportInput = z.object({ batchId, version });
export const decideInput = z.object({
  rowId: z.uuid('row_unknown'),
  /** The report's. */
  version,
  decision: z.enum(importDecisions, 'decision_required'),
  /** With `same` the report that tells of the same event, with `repeat` the original. */
  candidateId: z.optional(z.uuid('report_id_invalid')),
  candidateVersion: z.optional(version),
  /** With `new`: the candidates that were shown. */
  heldApart: z._default(z.array(z.uuid()).check(z.maxLength(20, 'too_many')), []),
  reason: z.optional(text(1000)),
});
export const gradeImportedInput = z.object({
  batchId,
  sourceReliability: z.enum(sourceReliabilities, 'grade_required'),
  infoCredibility: z.enum(infoCredibilities, 'grade_required'),
  sourceClass: z.enum(sourceClasses, 'source_class_required'),
  detonationAttested: z._default(z.boolean(), false),
});
export const readImportedInput = z.object({
  batchId,
  seen: z.array(z.object({ reportId: z.uuid('report_id_invalid'), version })).check(z.maxLength(100, 'too_many')),
});
