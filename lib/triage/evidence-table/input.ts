import * as z from 'zod/mini';
import { evidenceClasses } from '../input.ts';

const reason = z.string().check(z.trim(), z.minLength(1, 'reason_required'), z.maxLength(1000, 'text_too_long'));
const row = z.object({
  kind: z.string().check(z.maxLength(40)),
  condition: z.string().check(z.maxLength(60)),
  evidenceClass: z.enum(evidenceClasses, 'class_required'),
});
export const tableRows = z.array(row).check(z.maxLength(200, 'too_many'));

export const saveTableInput = z.object({
  rows: tableRows,
  /** The version that the edit is based on; 0 is the field's own table. */
  basedOn: z.int('version_invalid').check(z.gte(0, 'version_invalid')),
  reason,
});
export const restoreTableInput = z.object({
  number: z.int('version_invalid').check(z.gte(0, 'version_invalid')),
  basedOn: z.int('version_invalid').check(z.gte(0, 'version_invalid')),
  reason,
});
