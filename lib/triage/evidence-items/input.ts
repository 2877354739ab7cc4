import * as z from 'zod/mini';
import { infoCredibilities, sourceClasses, sourceReliabilities } from '../input.ts';

/** Evidence that is no report. */
export const evidenceItemKinds = ['official_statement', 'document', 'medical_record', 'photo', 'call_back'] as const;
/** `published`: by its publisher; `shared`: its giver lets organisations and the authority have the facts. */
export const itemConsents = ['published', 'shared', 'review_only', 'none'] as const;
/** Why two pieces are one chain of knowledge. */
export const tieKinds = ['relatives', 'same_picture', 'same_original', 'told_each_other'] as const;
/** The word that stands for "no separate chain of knowledge is recorded". */
export const presumedDependent = 'presumed';
export type EvidenceItemKind = (typeof evidenceItemKinds)[number];

const text = (longest: number) => z.string().check(z.trim(), z.maxLength(longest, 'text_too_long'));
const reason = text(1000).check(z.minLength(1, 'reason_required'));
const incidentId = z.uuid('incident_unknown');
/** R-1042 or E-7. */
const ref = text(20).check(z.regex(/^[RE]-\d+$/, 'piece_required'));

export const evidenceItemInput = z.object({
  /** Drawn by the form: a second post of it returns what the first made. */
  id: z.optional(z.uuid('id_invalid')),
  incidentId,
  kind: z.enum(evidenceItemKinds, 'kind_required'),
  summary: text(2000).check(z.minLength(1, 'summary_required')),
  reference: z.optional(text(500)),
  datedOn: z.optional(z.iso.date('date_invalid')),
  locatedMetres: z.optional(
    z.number('uncertainty_invalid').check(z.gt(0, 'uncertainty_invalid'), z.lte(100_000, 'uncertainty_invalid')),
  ),
  detonationAttested: z._default(z.boolean(), false),
  recordChecked: z._default(z.boolean(), false),
  sourceReliability: z.enum(sourceReliabilities, 'grade_required'),
  infoCredibility: z.enum(infoCredibilities, 'grade_required'),
  sourceClass: z.enum(sourceClasses, 'source_class_required'),
  independenceGroup: z._default(text(80), ''),
  consent: z.enum(itemConsents, 'consent_required'),
  imageHash: z.optional(z.string().check(z.regex(/^[0-9a-f]{16}$/, 'hash_invalid'))),
  /** The item that it replaces, with why. */
  supersedesId: z.optional(z.uuid('piece_required')),
  reason: z.optional(text(1000)),
});
export const withdrawItemInput = z.object({ incidentId, itemId: z.uuid('piece_required'), reason });
export const tieInput = z.object({
  incidentId,
  kind: z.enum(tieKinds, 'kind_required'),
  one: ref,
  other: ref,
  reason,
});
export const untieInput = z.object({ incidentId, tieId: z.uuid('piece_required'), reason });
