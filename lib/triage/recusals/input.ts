import * as z from 'zod/mini';

export const recuseInput = z.object({
  incidentId: z.uuid('incident_unknown'),
  /** Somebody else only by a lead; absent: oneself. */
  userId: z.optional(z.uuid('user_unknown')),
  reason: z.string().check(z.trim(), z.minLength(1, 'reason_required'), z.maxLength(1000, 'text_too_long')),
});
