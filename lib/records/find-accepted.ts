import { and, asc, eq, sql } from 'drizzle-orm';
import { asGeoJson } from '../../drizzle/schema/columns.ts';
import { minefieldRecords } from '../../drizzle/schema/records.ts';
import type { Database } from '../db/client.ts';
import { touchesZone } from '../deployment/zones/touches-zone.ts';
import type { LineGeometry, PolygonGeometry } from '../geo/lng-lat.ts';

const standing = (practice: boolean) =>
  and(eq(minefieldRecords.state, 'accepted'), eq(minefieldRecords.practice, practice));

/** Accepted records, real ones or (in a demonstration) practice; by id. For the danger layer. */
export const findAcceptedRecords = (db: Database, practice: boolean) =>
  db
    .select({
      id: minefieldRecords.id,
      audience: minefieldRecords.audience,
      geometry: sql<LineGeometry | PolygonGeometry>`${asGeoJson(minefieldRecords.geometry)}`,
      uncertaintyMetres: minefieldRecords.uncertaintyMetres,
      sensitive: touchesZone(minefieldRecords.geometry, minefieldRecords.uncertaintyMetres),
      laidFrom: minefieldRecords.laidFrom,
      laidTo: minefieldRecords.laidTo,
      recordedOn: sql<string>`to_char(${minefieldRecords.proposedAt} at time zone 'UTC', 'YYYY-MM-DD')`,
    })
    .from(minefieldRecords)
    .where(standing(practice))
    .orderBy(asc(minefieldRecords.id));
export type AcceptedRecord = Awaited<ReturnType<typeof findAcceptedRecords>>[number];

/** Changes whenever a record is accepted or withdrawn. */
export async function stampOfRecords(db: Database, practice: boolean): Promise<string> {
  const [row] = await db
    .select({
      stamp: sql<string>`coalesce(md5(string_agg(${minefieldRecords.id}::text, ',' order by ${minefieldRecords.id})), '')`,
    })
    .from(minefieldRecords)
    .where(standing(practice));
  return row?.stamp ?? '';
}
