import * as z from 'zod/mini';

export const referralMethods = ['telephone', 'email', 'radio', 'in_person', 'other'] as const;
export type ReferralMethod = (typeof referralMethods)[number];

const reason = z.string().check(z.trim(), z.maxLength(1000, 'text_too_long'), z.minLength(1, 'reason_required'));

export const urgentInput = z.object({
  reportId: z.uuid('report_id_invalid'),
  /** The version that the edit is based on. */
  version: z.int('version_invalid').check(z.gte(1, 'version_invalid')),
  urgent: z.boolean(),
  reason,
  /** The authority or the number that it was passed on to; required with `urgent`, as `how` is. */
  to: z.optional(z.string().check(z.trim(), z.maxLength(200, 'text_too_long'))),
  how: z.optional(z.enum(referralMethods, 'how_required')),
  /** Local time in Asia/Baku, YYYY-MM-DDTHH:MM; now when absent. */
  passedAt: z.optional(z.string().check(z.regex(/^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d$/, 'time_invalid'))),
});
