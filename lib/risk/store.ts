import { and, asc, desc, eq, getTableColumns, inArray, isNotNull, isNull, ne, sql } from 'drizzle-orm';
import { clues } from '../../drizzle/schema/clues.ts';
import { asGeoJson, type GeoJson } from '../../drizzle/schema/columns.ts';
import { reports, victims } from '../../drizzle/schema/reports.ts';
import { riskPublications, riskVersions } from '../../drizzle/schema/risk.ts';
import { incidentReports } from '../../drizzle/schema/triage.ts';
import type { Database } from '../db/client.ts';
import { touchesZone } from '../deployment/zones/touches-zone.ts';
import type { Audience } from './input.ts';

// One number for all who write surfaces or batches of this database.
const lockNumber = 7_401_022;

const counting = (practice: boolean) => and(eq(clues.state, 'verified'), eq(clues.practice, practice));

export const lockSurfaces = (db: Database) => db.execute(sql`select pg_advisory_xact_lock(${lockNumber})`);

/** Verified clues, real ones or (in a demonstration) practice; by id. */
export const findVerifiedClues = (db: Database, practice: boolean) =>
  db
    .select({
      id: clues.id,
      number: clues.number,
      exportId: clues.exportId,
      incidentId: clues.incidentId,
      kind: clues.kind,
      geometry: asGeoJson(clues.geometry) as ReturnType<typeof sql<GeoJson>>,
      uncertaintyMetres: clues.uncertaintyMetres,
      precisionClass: clues.precisionClass,
      placeId: clues.placeId,
      districtId: clues.districtId,
      dateStart: clues.dateStart,
      dateEnd: clues.dateEnd,
      datePrecision: clues.datePrecision,
      dateReported: clues.dateReported,
      killed: clues.killed,
      injured: clues.injured,
      animalsKilled: clues.animalsKilled,
      deviceCategory: clues.deviceCategory,
      evidenceClass: clues.evidenceClass,
      sourceReliability: clues.sourceReliability,
      infoCredibility: clues.infoCredibility,
      independentSources: clues.independentSources,
      sourceClass: clues.sourceClass,
      verifiedAt: clues.verifiedAt,
      /** Told by a publisher before it came here. */
      wasPublic: sql<boolean>`jsonb_array_length(${clues.publishers}) > 0`,
      sensitive: touchesZone(clues.geometry, clues.uncertaintyMetres),
    })
    .from(clues)
    .where(counting(practice))
    .orderBy(asc(clues.id));
export type VerifiedClue = Awaited<ReturnType<typeof findVerifiedClues>>[number];

/** Changes whenever a verified clue comes, goes or is corrected. */
export async function stampOfClues(db: Database, practice: boolean): Promise<string> {
  const [row] = await db
    .select({
      stamp: sql<string>`coalesce(md5(string_agg(${clues.id} || ' ' || ${clues.version}, ',' order by ${clues.id})), '')`,
    })
    .from(clues)
    .where(counting(practice));
  return row?.stamp ?? '';
}

/** Sex and age of those hurt, by incident and report; no other attribute. */
export const findVictims = (db: Database, incidentIds: readonly string[]) =>
  incidentIds.length === 0
    ? Promise.resolve([])
    : db
        .select({
          incidentId: incidentReports.incidentId,
          reportId: victims.reportId,
          sex: victims.sex,
          ageBand: victims.ageBand,
        })
        .from(victims)
        .innerJoin(incidentReports, eq(incidentReports.reportId, victims.reportId))
        .innerJoin(reports, and(eq(reports.id, victims.reportId), ne(reports.state, 'withdrawn')))
        .where(and(inArray(incidentReports.incidentId, [...incidentIds]), isNull(incidentReports.removedAt)));

const facts = {
  id: riskVersions.id,
  number: riskVersions.number,
  computedAt: riskVersions.computedAt,
  asOf: riskVersions.asOf,
  modelVersion: riskVersions.modelVersion,
  inputDigest: riskVersions.inputDigest,
  clueCount: riskVersions.clueCount,
  cellCount: riskVersions.cellCount,
};

/** Newest first, without their artifacts. */
export const findVersions = (db: Database, limit: number) =>
  db.select(facts).from(riskVersions).orderBy(desc(riskVersions.number)).limit(limit);
export type VersionFacts = Awaited<ReturnType<typeof findVersions>>[number];

export async function readArtifact(db: Database, id: string): Promise<Buffer | undefined> {
  const [row] = await db.select({ artifact: riskVersions.artifact }).from(riskVersions).where(eq(riskVersions.id, id));
  return row?.artifact;
}

/** What a version was computed from; null for one that was computed before inputs were kept. */
export async function readInputs(db: Database, id: string): Promise<Buffer | null> {
  const [row] = await db.select({ inputs: riskVersions.inputs }).from(riskVersions).where(eq(riskVersions.id, id));
  return row?.inputs ?? null;
}

export async function insertVersion(db: Database, row: typeof riskVersions.$inferInsert): Promise<VersionFacts> {
  const [made] = await db.insert(riskVersions).values(row).returning(facts);
  return made!;
}

/** Artifacts that nobody can reach any more: older than the newest `kept` and not published. */
export const deleteOldVersions = (db: Database, kept: number) =>
  db.execute(sql`delete from risk_versions v where v.number <= (select max(number) from risk_versions) - ${kept}
    and not exists (select from risk_publications p where p.risk_version_id = v.id)`);

const { cluesThen, ...published } = getTableColumns(riskPublications);

export async function findPublication(db: Database, audience: Audience) {
  const [row] = await db
    .select(published)
    .from(riskPublications)
    .where(eq(riskPublications.audience, audience))
    .orderBy(desc(riskPublications.number))
    .limit(1);
  return row;
}
export type Publication = NonNullable<Awaited<ReturnType<typeof findPublication>>>;

/** Its clues as kept with it (lib/clues/released-clues.ts). */
export async function readCluesThen(db: Database, id: string): Promise<unknown[] | null> {
  const [row] = await db.select({ cluesThen }).from(riskPublications).where(eq(riskPublications.id, id));
  return row?.cluesThen ?? null;
}

type Made = Omit<typeof riskPublications.$inferInsert, 'number'>;

/** Under `lockSurfaces`. Takes the next number of its audience, whose earlier batches keep their clues no longer. */
export async function insertPublication(db: Database, row: Made): Promise<Publication> {
  const own = eq(riskPublications.audience, row.audience);
  await db
    .update(riskPublications)
    .set({ cluesThen: null })
    .where(and(own, isNotNull(riskPublications.cluesThen)));
  const number = sql`(select coalesce(max(number), 0) + 1 from risk_publications where audience = ${row.audience})`;
  const [made] = await db
    .insert(riskPublications)
    .values({ ...row, number })
    .returning(published);
  return made!;
}
