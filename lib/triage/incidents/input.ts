import * as z from 'zod/mini';

/** What moderators do to incidents; each can be undone but the undoing itself. */
export const incidentEventKinds = ['join', 'leave', 'merge', 'split', 'choose', 'link', 'unlink', 'undo'] as const;
/** What an incident is told to have been; of each the reports may tell differently. */
export const incidentFields = [
  'kind',
  'date',
  'place',
  'killed',
  'injured',
  'animalsKilled',
  'deviceCategory',
  'howActivated',
  'areaMarked',
  'emplacement',
  'movedBy',
] as const;
/** How another incident hangs together with this one: it follows as a secondary blast, as the herder after the animal, or otherwise. */
export const linkKinds = ['secondary_blast', 'animal_then_person', 'same_device', 'other'] as const;

export type IncidentEventKind = (typeof incidentEventKinds)[number];
export type IncidentField = (typeof incidentFields)[number];
export type LinkKind = (typeof linkKinds)[number];

const text = (longest: number) => z.string().check(z.trim(), z.maxLength(longest, 'text_too_long'));
const reason = text(1000).check(z.minLength(1, 'reason_required'));
const version = z.int('version_invalid').check(z.gte(1, 'version_invalid'));
const incidentId = z.uuid('incident_unknown');

export const mergeInput = z.object({
  intoId: incidentId,
  intoVersion: version,
  fromId: incidentId,
  fromVersion: version,
  reason,
});

export const splitInput = z.object({
  incidentId,
  version,
  reportIds: z
    .array(z.uuid('report_id_invalid'))
    .check(z.minLength(1, 'reports_required'), z.maxLength(200, 'too_many')),
  reason,
});

export const chooseInput = z.object({
  incidentId,
  version,
  field: z.enum(incidentFields, 'field_required'),
  /** The report whose value counts; null lets the best graded report decide again. */
  reportId: z.nullable(z.uuid('value_required')),
  reason,
});

export const undoInput = z.object({ eventId: z.uuid('event_unknown'), version, reason: z.optional(text(1000)) });

export const linkInput = z.object({
  incidentId,
  version,
  otherIncidentId: incidentId,
  kind: z.enum(linkKinds, 'link_kind_required'),
  /** Which of them came first; unknown is null. */
  first: z._default(z.nullable(z.enum(['this', 'other'])), null),
  reason,
});
export const unlinkInput = z.object({ incidentId, version, linkId: z.uuid('event_unknown'), reason });

/** One side of a comparison as it is spoken: R-1042, I-12. */
export const sideInput = z.string().check(z.trim(), z.regex(/^[RI]-\d{1,12}$/i, 'side_unknown'));

export const sameEventInput = z.object({
  a: sideInput,
  aVersion: version,
  b: sideInput,
  bVersion: version,
  reason: z.optional(text(1000)),
});
