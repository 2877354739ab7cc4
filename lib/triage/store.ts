import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { organisations, users } from '../../drizzle/schema/accounts.ts';
import { auditEvents } from '../../drizzle/schema/audit.ts';
import { clues } from '../../drizzle/schema/clues.ts';
import { asGeoJson } from '../../drizzle/schema/columns.ts';
import { consents, contacts } from '../../drizzle/schema/contacts.ts';
import { animals, devices, locationClaims, reportSources, reports, victims } from '../../drizzle/schema/reports.ts';
import { assessments, incidentReports, incidents } from '../../drizzle/schema/triage.ts';
import { urgentReferrals } from '../../drizzle/schema/urgent-referrals.ts';
import type { Context } from '../context.ts';
import type { Geometry } from '../geo/lng-lat.ts';
import { isId } from '../ids.ts';
import { photoFacts } from '../media/list-photos.ts';
import { textState } from './text/standing.ts';
import { textActsOf } from './text/store.ts';

/** Everything that triage weighs about a report; never its contact. */
export type ReportRecord = Awaited<ReturnType<typeof loadReports>>[number];

const claimColumns = {
  id: locationClaims.id,
  reportId: locationClaims.reportId,
  position: locationClaims.position,
  geometry: sql<Geometry | null>`${asGeoJson(locationClaims.geometry)}`,
  uncertaintyMetres: locationClaims.uncertaintyMetres,
  method: locationClaims.method,
  author: locationClaims.author,
  authorUserId: locationClaims.authorUserId,
  positionOf: locationClaims.positionOf,
  datum: locationClaims.datum,
  inputText: locationClaims.inputText,
  placeId: locationClaims.placeId,
  placeNameAsGiven: locationClaims.placeNameAsGiven,
  scanId: locationClaims.scanId,
  bearingDegrees: locationClaims.bearingDegrees,
  distanceMetres: locationClaims.distanceMetres,
  directionErrorDegrees: locationClaims.directionErrorDegrees,
  distanceErrorMetres: locationClaims.distanceErrorMetres,
  startErrorMetres: locationClaims.startErrorMetres,
  reason: locationClaims.reason,
  createdAt: locationClaims.createdAt,
};

/** In the order of their numbers; `lock` holds the rows until the transaction ends. */
export async function loadReports(ctx: Context, ids: readonly string[], lock = false) {
  if (ids.length === 0) return [];
  const wanted = [...ids];
  const query = ctx.db
    .select({ report: reports, organisationKind: organisations.kind })
    .from(reports)
    .leftJoin(organisations, eq(organisations.id, reports.organisationId))
    .where(inArray(reports.id, wanted))
    .orderBy(asc(reports.number));
  const rows = await (lock ? query.for('update', { of: reports }) : query);
  const claims = await ctx.db
    .select(claimColumns)
    .from(locationClaims)
    .where(inArray(locationClaims.reportId, wanted))
    .orderBy(asc(locationClaims.position), asc(locationClaims.createdAt));
  const herd = await ctx.db
    .select()
    .from(animals)
    .where(inArray(animals.reportId, wanted))
    .orderBy(asc(animals.position));
  const found = await ctx.db
    .select()
    .from(devices)
    .where(inArray(devices.reportId, wanted))
    .orderBy(asc(devices.position));
  const hurt = await ctx.db
    .select()
    .from(victims)
    .where(inArray(victims.reportId, wanted))
    .orderBy(asc(victims.position));
  const publishers = await ctx.db.select().from(reportSources).where(inArray(reportSources.reportId, wanted));
  const consent = await ctx.db.select().from(consents).where(inArray(consents.reportId, wanted));
  const grades = await ctx.db
    .select()
    .from(assessments)
    .where(inArray(assessments.reportId, wanted))
    .orderBy(asc(assessments.gradedAt));
  const photos = await photoFacts(ctx, wanted);
  const textActs = await textActsOf(ctx, wanted);
  const own = <T extends { reportId: string }>(list: T[], id: string) => list.filter((one) => one.reportId === id);
  return rows.map(({ report, organisationKind }) => {
    const { receiptHash: _receipt, contentDigest: _digest, ...rest } = report;
    return {
      ...rest,
      organisationKind,
      claims: own(claims, report.id),
      animals: own(herd, report.id),
      devices: own(found, report.id),
      victims: own(hurt, report.id),
      photos: own(photos, report.id),
      text: textState(own(textActs, report.id), report.description),
      sources: own(publishers, report.id).map(({ publisher, publishedOn }) => ({ publisher, publishedOn })),
      consent: own(consent, report.id).at(-1) ?? null,
      assessment: own(grades, report.id).find(({ supersededAt }) => supersededAt === null) ?? null,
      graders: [...new Set(own(grades, report.id).map(({ gradedBy }) => gradedBy))],
    };
  });
}

/** When a report was passed on in an emergency, to whom and what, oldest first. */
export const referralsOf = (ctx: Context, reportId: string) =>
  ctx.db
    .select()
    .from(urgentReferrals)
    .where(eq(urgentReferrals.reportId, reportId))
    .orderBy(asc(urgentReferrals.reportVersion));

/** The contact as it is kept: encrypted; null where none was given, or it is erased. */
export async function loadContact(ctx: Context, reportId: string): Promise<Buffer | null> {
  const [row] = await ctx.db
    .select({ ciphertext: contacts.ciphertext })
    .from(contacts)
    .where(and(eq(contacts.reportId, reportId), isNull(contacts.erasedAt)));
  return row?.ciphertext ?? null;
}

/** Raises the version of the report that was read as `version`; false when somebody was faster. */
export async function touchReport(
  ctx: Context,
  id: string,
  version: number,
  set: Partial<Pick<typeof reports.$inferInsert, 'state' | 'stateReason' | 'mergedInto' | 'referredUrgentAt'>> = {},
): Promise<boolean> {
  const rows = await ctx.db
    .update(reports)
    .set({ ...set, version: version + 1 })
    .where(and(eq(reports.id, id), eq(reports.version, version)))
    .returning({ id: reports.id });
  return rows.length === 1;
}

export async function currentIncidentId(ctx: Context, reportId: string): Promise<string | null> {
  const [row] = await ctx.db
    .select({ id: incidentReports.incidentId })
    .from(incidentReports)
    .where(and(eq(incidentReports.reportId, reportId), isNull(incidentReports.removedAt)));
  return row?.id ?? null;
}

export async function loadIncident(ctx: Context, id: string, lock = false) {
  const query = ctx.db.select().from(incidents).where(eq(incidents.id, id));
  const [row] = await (lock ? query.for('update') : query);
  return row ?? null;
}

export async function memberIds(ctx: Context, incidentId: string): Promise<string[]> {
  const rows = await ctx.db
    .select({ id: incidentReports.reportId })
    .from(incidentReports)
    .where(and(eq(incidentReports.incidentId, incidentId), isNull(incidentReports.removedAt)))
    .orderBy(asc(incidentReports.addedAt));
  return rows.map(({ id }) => id);
}

/** The proposed or verified clue that rests on an incident. */
export async function openClue(ctx: Context, incidentId: string) {
  const [row] = await ctx.db
    .select({ id: clues.id, number: clues.number, state: clues.state, version: clues.version })
    .from(clues)
    .where(and(eq(clues.incidentId, incidentId), inArray(clues.state, ['proposed', 'verified'])));
  return row ?? null;
}

/** What happened to a subject, oldest first. */
export async function loadHistory(ctx: Context, subjects: readonly { type: string; id: string }[]) {
  if (subjects.length === 0) return [];
  const one = sql.join(
    subjects.map(({ type, id }) => sql`(${type}, ${id})`),
    sql`, `,
  );
  return ctx.db
    .select()
    .from(auditEvents)
    .where(sql`(${auditEvents.subjectType}, ${auditEvents.subjectId}) in (${one})`)
    .orderBy(asc(auditEvents.id));
}

/** Writes what the incident's reports say together, and raises its version. */
export async function saveIncidentFacts(
  ctx: Context,
  id: string,
  facts: Pick<typeof incidents.$inferInsert, 'kind' | 'dateStart' | 'dateEnd' | 'datePrecision'>,
): Promise<void> {
  await ctx.db
    .update(incidents)
    .set({ ...facts, version: sql`${incidents.version} + 1` })
    .where(eq(incidents.id, id));
}

/** Names of the accounts among the ids; names of jobs and unknown ids are left out. */
export async function loadUserNames(ctx: Context, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const known = [...new Set(ids)].filter((id) => id !== null && isId(id)) as string[];
  if (known.length === 0) return new Map();
  const rows = await ctx.db.select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, known));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
