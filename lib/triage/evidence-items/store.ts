import { and, asc, inArray, isNull } from 'drizzle-orm';
import { evidenceItems, evidenceTies } from '../../../drizzle/schema/evidence.ts';
import type { Context } from '../../context.ts';

/** Every item of these incidents, replaced and withdrawn ones too, in the order of their numbers. */
export const loadEvidenceItems = (ctx: Context, incidentIds: readonly string[]) =>
  ctx.db
    .select()
    .from(evidenceItems)
    .where(inArray(evidenceItems.incidentId, [...incidentIds]))
    .orderBy(asc(evidenceItems.number));
export type EvidenceItemRow = Awaited<ReturnType<typeof loadEvidenceItems>>[number];

/** The ties that stand. */
export const loadTies = (ctx: Context, incidentIds: readonly string[]) =>
  ctx.db
    .select()
    .from(evidenceTies)
    .where(and(inArray(evidenceTies.incidentId, [...incidentIds]), isNull(evidenceTies.untiedAt)))
    .orderBy(asc(evidenceTies.tiedAt), asc(evidenceTies.id));
export type TieRow = Awaited<ReturnType<typeof loadTies>>[number];
