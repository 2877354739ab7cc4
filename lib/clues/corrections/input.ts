import * as z from 'zod/mini';

export const correctionStates = ['proposed', 'confirmed', 'sent_back'] as const;

const text = (longest: number) => z.string().check(z.trim(), z.maxLength(longest, 'text_too_long'));
const reason = text(1000).check(z.minLength(1, 'reason_required'));
const clueId = z.uuid('clue_unknown');
const version = z.int('version_invalid').check(z.gte(1, 'version_invalid'));

export const proposeCorrectionInput = z.object({ clueId, version, reason });
export const decideCorrectionInput = z.object({
  clueId,
  version,
  correctionId: z.uuid('correction_unknown'),
  reason: z.optional(text(1000)),
});
export const supersedeInput = z.object({
  clueId,
  version,
  /** The number of the verified clue that takes its place. */
  by: z.int('clue_number_required').check(z.gte(1, 'clue_number_required')),
  reason,
});
