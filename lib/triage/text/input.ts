import * as z from 'zod/mini';

export const textActs = ['decide', 'undo'] as const;

const offset = z.int().check(z.gte(0), z.lte(20_000));
const span = z.object({ start: offset, end: offset, hide: z.boolean() });

/** A part of a text that was decided on: UTF-16 offsets, end exclusive. */
export type TextSpan = z.infer<typeof span>;

export const textActInput = z.object({ reportId: z.uuid('report_id_invalid'), version: z.int('version_invalid') });

export const textInput = z.object({
  reportId: z.uuid('report_id_invalid'),
  version: z.int('version_invalid'),
  spans: z.array(span).check(z.maxLength(2_000, 'too_many')),
});
