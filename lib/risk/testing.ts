import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { organisations, users } from '../../drizzle/schema/accounts.ts';
import { clues } from '../../drizzle/schema/clues.ts';
import type { GeoJson } from '../../drizzle/schema/columns.ts';
import { consents } from '../../drizzle/schema/contacts.ts';
import { deployment } from '../../drizzle/schema/deployment.ts';
import { reports } from '../../drizzle/schema/reports.ts';
import { incidentReports, incidents } from '../../drizzle/schema/triage.ts';
import type { Role } from '../accounts/input.ts';
import type { Actor } from '../context.ts';
import type { Database } from '../db/client.ts';

const ring: [number, number][] = [
  [46.5, 39.6],
  [46.97, 39.6],
  [46.97, 39.96],
  [46.5, 39.96],
  [46.5, 39.6],
];
export const testArea: GeoJson = { type: 'Polygon', coordinates: [ring] };
export const job: Actor = { type: 'job', name: 'test' };
export const userActor = (userId: string, role: Role): Actor => ({ type: 'user', userId, role, organisationId: null });

/** A small database for tests of what lies below verified clues: a deployment with an area, and two people. */
export async function seedForRisk(db: Database, { demonstration = false } = {}) {
  await db.insert(deployment).values({ demonstration, emergencyNumbers: [], areaOfInterest: testArea });
  const people = await db
    .insert(users)
    .values(['one', 'two'].map((name) => ({ email: `${name}@example.org`, name, role: 'moderator' as const })))
    .returning({ id: users.id });
  return { proposer: people[0]!.id, verifier: people[1]!.id };
}

type Wish = Partial<typeof clues.$inferInsert> & { proposer: string; verifier: string };

/** A verified clue straight into the tables, with its incident. */
export async function insertClue(db: Database, { proposer, verifier, ...wish }: Wish) {
  const practice = wish.practice ?? false;
  const [incident] = await db
    .insert(incidents)
    .values({ kind: 'human_accident', practice, createdBy: proposer })
    .returning({ id: incidents.id });
  const [clue] = await db
    .insert(clues)
    .values({
      incidentId: incident!.id,
      kind: 'human_accident',
      state: 'verified',
      practice,
      geometry: { type: 'Point', coordinates: [46.7, 39.8] },
      uncertaintyMetres: 50,
      precisionClass: 'A',
      dateStart: '2021-05-01',
      dateEnd: '2021-05-01',
      datePrecision: 'day',
      dateReported: '2021-05-02',
      deviceCategory: 'unknown',
      evidenceClass: 'direct',
      sourceReliability: 'B',
      infoCredibility: '2',
      independentSources: 2,
      sourceClass: 'official',
      grounds: [],
      proposedBy: proposer,
      proposedAt: new Date('2021-06-01'),
      verifiedBy: verifier,
      verifiedAt: new Date('2021-06-02'),
      ...wish,
    })
    .returning({ id: clues.id, exportId: clues.exportId, incidentId: clues.incidentId });
  return clue!;
}

/** A member of an organisation whose agreement stands until `agreementUntil`. */
export async function member(db: Database, agreementUntil: Date | null = null): Promise<Actor> {
  const [one] = await db.insert(organisations).values({ name: 'N', kind: 'ngo', agreementUntil }).returning();
  return { type: 'user', userId: freshId(), role: 'organisation', organisationId: one!.id };
}

/** A report of the clue's incident whose sender lets vetted organisations read it. */
export async function share(db: Database, { incidentId }: { incidentId: string }) {
  const [incident] = await db.select().from(incidents).where(eq(incidents.id, incidentId));
  const reportId = freshId();
  const { practice, createdBy, kind } = incident!;
  const consent = {
    contactMe: false,
    photoUse: false,
    guardian: false,
    shareWithAuthorities: true,
    shareWithNgos: true,
  };
  const submittedAt = new Date('2021-05-02');
  await db.insert(reports).values({
    ...{ id: reportId, contentDigest: reportId, receiptHash: reportId, practice, kind, submittedAt },
    ...{ channel: 'form', language: 'en', state: 'verified_clue' },
  });
  await db.insert(incidentReports).values({ incidentId, reportId, addedBy: createdBy });
  await db
    .insert(consents)
    .values({ ...consent, reportId, textVersion: '1', language: 'en', method: 'form', givenAt: submittedAt });
}

export const freshId = (): string => randomUUID();
