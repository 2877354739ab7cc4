import { and, asc, inArray, isNotNull, type SQL, sql } from 'drizzle-orm';
import { asGeoJson } from '../../drizzle/schema/columns.ts';
import { placeNames, places } from '../../drizzle/schema/places.ts';
import type { Database } from '../db/client.ts';
import type { Bbox } from '../geo/bbox.ts';
import type { LngLat } from '../geo/lng-lat.ts';
import type { PlaceKind, PlaceRow } from './input.ts';

const mostCandidates = 200;

/** Places with a name that begins like the folded question, has a word that does, or is alike by trigrams. */
export async function findCandidateIds(db: Database, folded: string): Promise<string[]> {
  const prefix = `${folded.replaceAll(/[\\%_]/g, '\\$&')}%`;
  const begins = sql`${placeNames.folded} like ${prefix} or ${placeNames.folded} like ${`% ${prefix}`}`;
  const alike =
    folded.length < 3 ? sql`` : sql` or ${placeNames.folded} % ${folded} or ${folded} <% ${placeNames.folded}`;
  const rows = await db
    .select({ placeId: placeNames.placeId })
    .from(placeNames)
    .where(sql`(${begins}${alike})`)
    .groupBy(placeNames.placeId)
    .orderBy(sql`max(similarity(${placeNames.folded}, ${folded})) desc`, placeNames.placeId)
    .limit(mostCandidates);
  return rows.map(({ placeId }) => placeId);
}

const selected = {
  id: places.id,
  kind: places.kind,
  districtId: places.districtId,
  position: asGeoJson(places.position),
  uncertaintyMetres: places.uncertaintyMetres,
  iso: places.iso,
  source: places.source,
  asOf: places.asOf,
};

export const loadPlaces = (db: Database, ids: readonly string[]) =>
  db
    .select(selected)
    .from(places)
    .where(inArray(places.id, [...ids]));

export const loadNames = (db: Database, ids: readonly string[]) =>
  db
    .select({
      placeId: placeNames.placeId,
      language: placeNames.language,
      name: placeNames.name,
      folded: placeNames.folded,
    })
    .from(placeNames)
    .where(inArray(placeNames.placeId, [...ids]))
    .orderBy(asc(placeNames.placeId), asc(placeNames.ordinal));

export async function findLocatedIds(db: Database, box: Bbox | undefined, kinds: readonly PlaceKind[], limit: number) {
  const within = box
    ? sql`${places.position} && ST_MakeEnvelope(${box.west}, ${box.south}, ${box.east}, ${box.north}, 4326)`
    : undefined;
  const rows = await db
    .select({ id: places.id })
    .from(places)
    .where(and(isNotNull(places.position), inArray(places.kind, [...kinds]), within))
    .orderBy(places.id)
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** Ids and distances of the located settlements nearest to a place, as the crow flies. */
export async function findNearestIds(db: Database, { lng, lat }: LngLat, withinMetres: number, limit: number) {
  const here = sql`ST_SetSRID(ST_MakePoint(${lng}, ${lat}), 4326)`;
  const metres: SQL<number> = sql`ST_DistanceSphere(${places.position}, ${here})`;
  const rows = await db
    .select({ id: places.id, distanceMetres: sql<number>`${metres}`.mapWith(Number) })
    .from(places)
    .where(and(isNotNull(places.position), sql`${places.kind} <> 'district'`, sql`${metres} <= ${withinMetres}`))
    .orderBy(metres)
    .limit(limit);
  return rows;
}

export async function savePlaces(db: Database, rows: readonly (PlaceRow & { folded: string[] })[], importedAt: Date) {
  await db
    .insert(places)
    .values(
      rows.map((row) => ({
        id: row.id,
        kind: row.kind,
        districtId: row.districtId ?? null,
        position:
          row.lng === undefined || row.lat === undefined
            ? null
            : { type: 'Point' as const, coordinates: [row.lng, row.lat] as [number, number] },
        uncertaintyMetres: row.uncertaintyMetres ?? null,
        iso: row.iso ?? null,
        source: row.source,
        asOf: row.asOf,
        importedAt,
      })),
    )
    .onConflictDoUpdate({
      target: places.id,
      set: Object.fromEntries(
        ['kind', 'district_id', 'position', 'uncertainty_m', 'iso', 'source', 'as_of', 'imported_at'].map((column) => [
          column.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
          sql.raw(`excluded.${column}`),
        ]),
      ),
    });
  await db.delete(placeNames).where(
    inArray(
      placeNames.placeId,
      rows.map(({ id }) => id),
    ),
  );
  await db.insert(placeNames).values(
    rows.flatMap((row) =>
      row.names.map(({ language, name }, ordinal) => ({
        placeId: row.id,
        language,
        name,
        folded: row.folded[ordinal]!,
        ordinal,
      })),
    ),
  );
}

export async function findIdsOfKind(db: Database, kind: PlaceKind): Promise<string[]> {
  const rows = await db.select({ id: places.id }).from(places).where(sql`${places.kind} = ${kind}`);
  return rows.map(({ id }) => id);
}
