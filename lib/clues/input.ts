import * as z from 'zod/mini';

/** Value lists of the verified clue. */
export const clueKinds = [
  'human_accident',
  'animal_accident',
  'detonation_no_casualty',
  'device_seen',
  'sign',
  'fence',
  'trench_line',
  'minefield_record',
  'area',
] as const;
export const clueStates = ['proposed', 'verified', 'sent_back', 'withdrawn', 'superseded'] as const;
export const clueDecisions = ['propose', 'verify', 'send_back', 'withdraw', 'supersede', 'correct', 'keep'] as const;
/** A <= 50 m, B <= 500 m, C <= 2 km, D beyond that or district only (D cannot be verified). */
export const precisionClasses = ['A', 'B', 'C', 'D'] as const;

export type ClueKind = (typeof clueKinds)[number];
export type ClueState = (typeof clueStates)[number];
export type PrecisionClass = (typeof precisionClasses)[number];

const text = (longest: number) => z.string().check(z.trim(), z.maxLength(longest, 'text_too_long'));
const reason = text(1000).check(z.minLength(1, 'reason_required'));
const clueId = z.uuid('clue_unknown');
const version = z.int('version_invalid').check(z.gte(1, 'version_invalid'));

export const proposeInput = z.object({
  incidentId: z.uuid('incident_unknown'),
  /** For presence (signs, laying, records, trenches), where the reports leave the kind open. */
  kind: z.optional(z.enum(clueKinds)),
  /** Strong same-event candidates that the proposer looked at and holds for other events. */
  dismissedReportIds: z._default(
    z.union([z.literal('all'), z.array(z.uuid()).check(z.maxLength(100, 'too_many'))]),
    [],
  ),
  reason: z.optional(text(1000)),
});
export const verifyInput = z.object({ clueId, version, reason: z.optional(text(1000)) });
export const sendBackInput = z.object({ clueId, version, reason });
export const withdrawInput = z.object({ clueId, version, reason });
export const keepInput = z.object({ clueId, version, reason });

export const clueFilter = z.object({
  states: z.optional(z.array(z.enum(clueStates))),
  limit: z._default(z.int().check(z.gte(1), z.lte(10_000)), 10_000),
});
export type ClueFilter = z.input<typeof clueFilter>;
