import * as z from 'zod/mini';
import { datums, geometry, locationMethods, positionsOf, reportKinds, reportStates } from '../reports/input.ts';

/** Value lists of assessment: Admiralty scale and evidence class (IMAS 08.10 terms). */
export const sourceReliabilities = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
export const infoCredibilities = ['1', '2', '3', '4', '5', '6'] as const;
export const evidenceClasses = ['direct', 'indirect', 'weak_indirect', 'none'] as const;
export const sourceClasses = ['official', 'organisation', 'individual', 'media'] as const;

export type SourceReliability = (typeof sourceReliabilities)[number];
export type InfoCredibility = (typeof infoCredibilities)[number];
export type EvidenceClass = (typeof evidenceClasses)[number];
export type SourceClass = (typeof sourceClasses)[number];

const text = (longest: number) => z.string().check(z.trim(), z.maxLength(longest, 'text_too_long'));
const reason = text(1000).check(z.minLength(1, 'reason_required'));
const reportId = z.uuid('report_id_invalid');
/** The version that the edit is based on. */
const version = z.int('version_invalid').check(z.gte(1, 'version_invalid'));

export const assignInput = z.object({
  reportId,
  /** Null makes a new incident. */
  incidentId: z.nullable(z.uuid('incident_unknown')),
  version,
  reason: z.optional(text(1000)),
});

export const removeInput = z.object({ reportId, version, reason });

export const assessInput = z.object({
  reportId,
  version,
  sourceReliability: z.enum(sourceReliabilities, 'grade_required'),
  infoCredibility: z.enum(infoCredibilities, 'grade_required'),
  sourceClass: z.enum(sourceClasses, 'source_class_required'),
  /** A separate chain of knowledge, by any word; empty: none is recorded, and the report is presumed dependent. */
  independenceGroup: z._default(text(80), ''),
  detonationAttested: z._default(z.boolean(), false),
  /** Provenance and datum of a record or sketch were checked. */
  recordChecked: z._default(z.boolean(), false),
  note: z.optional(text(2000)),
});

export const stateInput = z.object({
  reportId,
  version,
  state: z.enum(reportStates, 'state_required'),
  reason: z.optional(text(1000)),
  /** With state `duplicate`: the report that tells the same. */
  mergedInto: z.optional(z.uuid('report_id_invalid')),
});

export const readContactInput = z.object({ reportId, version, reason });

export const claimInput = z.object({
  reportId,
  version,
  geometry,
  uncertaintyMetres: z
    .number('uncertainty_invalid')
    .check(z.gt(0, 'uncertainty_invalid'), z.lte(100_000, 'uncertainty_invalid')),
  method: z.enum(locationMethods, 'method_required'),
  positionOf: z.enum(positionsOf, 'position_of_required'),
  datum: z._default(z.enum(datums), 'wgs84'),
  inputText: z.optional(text(500)),
  placeId: z.optional(text(80)),
  bearingDegrees: z.optional(z.number().check(z.gte(0), z.lt(360))),
  distanceMetres: z.optional(z.number().check(z.gte(0), z.lte(100_000))),
  directionErrorDegrees: z.optional(z.number().check(z.gte(0), z.lte(180))),
  distanceErrorMetres: z.optional(z.number().check(z.gte(0), z.lte(100_000))),
  /** Of the place that the offset starts from: its extent, its coordinates, their datum. */
  startErrorMetres: z.optional(z.number().check(z.gte(0), z.lte(100_000))),
  /** The scanned map or sketch of this report that it was read off. */
  scanId: z.optional(z.uuid('scan_gone')),
  /** Why the moderator places it there. */
  reason,
});

export const queueFilter = z.object({
  states: z.optional(z.array(z.enum(reportStates))),
  kind: z.optional(z.enum(reportKinds)),
  /** Words of the description, or a number: 1042, R-1042. */
  text: z.optional(text(200)),
  districtId: z.optional(text(80)),
  limit: z._default(z.int().check(z.gte(1), z.lte(200)), 50),
  offset: z._default(z.int().check(z.gte(0)), 0),
});
export type QueueFilter = z.input<typeof queueFilter>;
