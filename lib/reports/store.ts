import { and, asc, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import { asGeoJson } from '../../drizzle/schema/columns.ts';
import { consents, contacts } from '../../drizzle/schema/contacts.ts';
import {
  animals,
  detonations,
  devices,
  locationClaims,
  reportSources,
  reports,
  victims,
} from '../../drizzle/schema/reports.ts';
import type { Database } from '../db/client.ts';
import { eraseWordsAbout } from './erase-words.ts';

export type NewReport = {
  report: typeof reports.$inferInsert;
  claims: Omit<typeof locationClaims.$inferInsert, 'reportId' | 'position'>[];
  victims: Omit<typeof victims.$inferInsert, 'reportId' | 'position'>[];
  animals: Omit<typeof animals.$inferInsert, 'reportId' | 'position'>[];
  devices: Omit<typeof devices.$inferInsert, 'reportId' | 'position'>[];
  detonations: Pick<typeof detonations.$inferInsert, 'detail' | 'followsReportId'>[];
  sources: Omit<typeof reportSources.$inferInsert, 'reportId'>[];
  consent: Omit<typeof consents.$inferInsert, 'reportId'>;
  contact: Buffer | null;
};

export const findSent = async (db: Database, reportId: string) =>
  (
    await db
      .select({ number: reports.number, contentDigest: reports.contentDigest, practice: reports.practice })
      .from(reports)
      .where(eq(reports.id, reportId))
  )[0];

/** Writes the report with all that belongs to it; null when its id is there already (it waits for a twin in flight). */
export async function insertReport(db: Database, all: NewReport): Promise<number | null> {
  const [row] = await db.insert(reports).values(all.report).onConflictDoNothing().returning({ number: reports.number });
  if (!row) return null;
  const reportId = all.report.id;
  const placed = <T>(list: T[]) => list.map((one, position) => ({ ...one, reportId, position }));
  await db.insert(locationClaims).values(placed(all.claims));
  if (all.victims.length > 0) await db.insert(victims).values(placed(all.victims));
  if (all.animals.length > 0) await db.insert(animals).values(placed(all.animals));
  if (all.devices.length > 0) await db.insert(devices).values(placed(all.devices));
  if (all.detonations.length > 0) await db.insert(detonations).values(placed(all.detonations));
  if (all.sources.length > 0) await db.insert(reportSources).values(all.sources.map((one) => ({ ...one, reportId })));
  await db.insert(consents).values({ ...all.consent, reportId });
  if (all.contact) await db.insert(contacts).values({ reportId, ciphertext: all.contact, keyVersion: 1 });
  return row.number;
}

/** Adds claims behind the `from` that are there. */
export async function insertClaims(db: Database, reportId: string, claims: NewReport['claims'], from: number) {
  const rows = claims.map((claim, i) => ({ ...claim, reportId, position: from + i }));
  if (rows.length > 0) await db.insert(locationClaims).values(rows);
}

export async function loadReport(db: Database, reportId: string) {
  const [row] = await db.select().from(reports).where(eq(reports.id, reportId));
  if (!row) return null;
  const claims = await db
    .select({
      id: locationClaims.id,
      position: locationClaims.position,
      geometry: asGeoJson(locationClaims.geometry),
      uncertaintyMetres: locationClaims.uncertaintyMetres,
      method: locationClaims.method,
      author: locationClaims.author,
      positionOf: locationClaims.positionOf,
      inputFormat: locationClaims.inputFormat,
      inputText: locationClaims.inputText,
      datum: locationClaims.datum,
      placeId: locationClaims.placeId,
      placeNameAsGiven: locationClaims.placeNameAsGiven,
      placeNameLanguage: locationClaims.placeNameLanguage,
      bearingDegrees: locationClaims.bearingDegrees,
      distanceMetres: locationClaims.distanceMetres,
      reason: locationClaims.reason,
      createdAt: locationClaims.createdAt,
    })
    .from(locationClaims)
    .where(eq(locationClaims.reportId, reportId))
    .orderBy(asc(locationClaims.position));
  const people = await db.select().from(victims).where(eq(victims.reportId, reportId)).orderBy(asc(victims.position));
  const beasts = await db.select().from(animals).where(eq(animals.reportId, reportId)).orderBy(asc(animals.position));
  const things = await db.select().from(devices).where(eq(devices.reportId, reportId)).orderBy(asc(devices.position));
  const blasts = await db
    .select()
    .from(detonations)
    .where(eq(detonations.reportId, reportId))
    .orderBy(asc(detonations.position));
  const sources = await db.select().from(reportSources).where(eq(reportSources.reportId, reportId));
  const [consent] = await db.select().from(consents).where(eq(consents.reportId, reportId));
  const [contact] = await db
    .select({ id: contacts.id })
    .from(contacts)
    .where(and(eq(contacts.reportId, reportId), isNull(contacts.erasedAt)));
  return { row, claims, people, beasts, things, blasts, sources, consent, hasContact: contact !== undefined };
}

export const findByReceipt = async (db: Database, hash: string) =>
  (
    await db
      .select({
        id: reports.id,
        number: reports.number,
        state: reports.state,
        kind: reports.kind,
        practice: reports.practice,
        submittedAt: reports.submittedAt,
        version: reports.version,
      })
      .from(reports)
      .where(eq(reports.receiptHash, hash))
  )[0];

/** The state, held against a moderator's edit until the transaction ends. */
export const lockState = async (db: Database, reportId: string) =>
  (await db.select({ state: reports.state }).from(reports).where(eq(reports.id, reportId)).for('update'))[0]?.state;

/**
 * Erases the contact, the reporter's own words, where their phone or camera was, what is known of people and what
 * moderators noted beside it, ends every consent and closes the report; other facts about the place stay with the
 * moderators.
 */
export async function closeWithdrawn(db: Database, report: { id: string; number: number }, now: Date): Promise<void> {
  const reportId = report.id;
  await db
    .update(reports)
    .set({
      state: 'withdrawn',
      stateReason: null,
      version: sql`${reports.version} + 1`,
      description: null,
      reporterType: null,
      reporterDisplacement: null,
      knowledgeBasis: null,
      knowledgeFromYear: null,
      knowledgeToYear: null,
      dateVerbatim: null,
    })
    .where(eq(reports.id, reportId));
  await db
    .update(locationClaims)
    .set({ inputText: null, placeNameAsGiven: null, placeNameLanguage: null, reason: null })
    .where(eq(locationClaims.reportId, reportId));
  // what is computed from such a position by direction and distance leads back to it
  const own = inArray(locationClaims.author, ['reporter', 'photo']);
  const measured = or(inArray(locationClaims.method, ['device_gps', 'exif']), eq(locationClaims.inputFormat, 'gps'));
  await db
    .update(locationClaims)
    .set({ geometry: null, uncertaintyMetres: null, bearingDegrees: null, distanceMetres: null })
    .where(and(eq(locationClaims.reportId, reportId), own, measured));
  await db.update(devices).set({ model: null }).where(eq(devices.reportId, reportId));
  await db.delete(victims).where(eq(victims.reportId, reportId));
  // the list of an import is public; who tells a newspaper's name here tells it in their own words
  await db.execute(sql`delete from report_sources s using reports r
    where r.id = s.report_id and r.id = ${reportId} and r.channel <> 'import'`);
  await eraseWordsAbout(db, report);
  await db.update(contacts).set({ ciphertext: null, erasedAt: now }).where(eq(contacts.reportId, reportId));
  await db.update(consents).set({ withdrawnAt: now }).where(eq(consents.reportId, reportId));
}

const flagOf = {
  share_with_authorities: 'shareWithAuthorities',
  share_with_ngos: 'shareWithNgos',
  contact_me: 'contactMe',
  photo_use: 'photoUse',
} as const;
type Purpose = keyof typeof flagOf;

/** The purposes that were agreed to and not taken back. */
export async function standingPurposes(db: Database, reportId: string): Promise<Purpose[]> {
  const [consent] = await db.select().from(consents).where(eq(consents.reportId, reportId));
  if (!consent || consent.withdrawnAt) return [];
  return (Object.keys(flagOf) as Purpose[]).filter((purpose) => consent[flagOf[purpose]]);
}

/** Switches one purpose off and notes when; false when it was off already. */
export async function endPurpose(db: Database, reportId: string, purpose: Purpose, now: Date): Promise<boolean> {
  const flag = flagOf[purpose];
  const ended = await db
    .update(consents)
    .set({
      [flag]: false,
      purposesWithdrawn: sql`${consents.purposesWithdrawn} || jsonb_build_object(${purpose}::text, ${now.toISOString()}::text)`,
    })
    .where(and(eq(consents.reportId, reportId), eq(consents[flag], true)))
    .returning({ id: consents.id });
  if (ended.length > 0 && purpose === 'contact_me')
    await db.update(contacts).set({ ciphertext: null, erasedAt: now }).where(eq(contacts.reportId, reportId));
  return ended.length > 0;
}
