import { randomUUID } from 'node:crypto';
import { users } from '../../drizzle/schema/accounts.ts';
import type { GeoJson } from '../../drizzle/schema/columns.ts';
import { consents } from '../../drizzle/schema/contacts.ts';
import { animals, locationClaims, reportSources, reports } from '../../drizzle/schema/reports.ts';
import type { Role } from '../accounts/input.ts';
import type { UserActor } from '../context.ts';
import type { Database } from '../db/client.ts';
import { consentVersion } from '../reports/input.ts';

/** A user as an actor, for tests. */
export async function makeUser(
  db: Database,
  role: Role = 'moderator',
  organisationId: string | null = null,
): Promise<UserActor> {
  const userId = randomUUID();
  await db
    .insert(users)
    .values({ id: userId, email: `${userId}@example.org`, name: `M ${userId.slice(0, 4)}`, role, organisationId });
  return { type: 'user', userId, role, organisationId };
}

export const point = (lng: number, lat: number): GeoJson => ({ type: 'Point', coordinates: [lng, lat] });

type Told = Partial<typeof reports.$inferInsert> & {
  claim?: Partial<typeof locationClaims.$inferInsert> | null;
  animal?: Partial<typeof animals.$inferInsert>;
  publisher?: string;
  shareWithNgos?: boolean;
  consentWithdrawn?: boolean;
};

/** A report as the form would leave it, for tests: a human accident located by pin within 60 m. Answers its id. */
export async function makeReport(db: Database, told: Told = {}): Promise<string> {
  const { claim = {}, animal, publisher, shareWithNgos = false, consentWithdrawn = false, ...given } = told;
  const id = given.id ?? randomUUID();
  const at = given.submittedAt ?? new Date('2024-06-03T08:00:00Z');
  await db.insert(reports).values({
    contentDigest: id,
    receiptHash: id,
    practice: true,
    channel: 'form',
    language: 'en',
    kind: 'human_accident',
    injured: 1,
    killed: 0,
    dateStart: '2024-06-01',
    datePrecision: 'day',
    ...given,
    id,
    submittedAt: at,
  });
  if (claim) {
    await db.insert(locationClaims).values({
      position: 0,
      geometry: point(46.9, 40.1),
      uncertaintyMetres: 60,
      method: 'map_pin',
      author: 'reporter',
      positionOf: 'event',
      createdAt: at,
      ...claim,
      reportId: id,
    });
  }
  if (animal)
    await db
      .insert(animals)
      .values({ position: 0, species: 'cattle', humanPresent: 'unknown', ...animal, reportId: id });
  if (publisher) await db.insert(reportSources).values({ reportId: id, publisher, publishedOn: '2024-06-02' });
  await db.insert(consents).values({
    reportId: id,
    textVersion: consentVersion,
    language: 'en',
    method: 'form',
    shareWithAuthorities: shareWithNgos,
    shareWithNgos,
    contactMe: false,
    photoUse: false,
    guardian: false,
    givenAt: at,
    withdrawnAt: consentWithdrawn ? at : null,
  });
  return id;
}
