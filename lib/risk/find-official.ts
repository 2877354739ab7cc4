import { and, asc, eq, inArray, not, sql } from 'drizzle-orm';
import { clues } from '../../drizzle/schema/clues.ts';
import { asGeoJson } from '../../drizzle/schema/columns.ts';
import { officialFeedback } from '../../drizzle/schema/feedback.ts';
import type { Database } from '../db/client.ts';
import { touchesZone } from '../deployment/zones/touches-zone.ts';
import type { Position } from '../geo/lng-lat.ts';
import type { Clearance } from './model/clue.ts';
import { dayOf, type TypeCounts, typeKey } from './rules.ts';

const standing = (practice: boolean) => and(eq(officialFeedback.state, 'confirmed'), eq(clues.practice, practice));

/** Neither the clue that was judged nor the ground that was searched touches a sensitive zone. */
const openToAll = and(
  not(touchesZone(clues.geometry, clues.uncertaintyMetres)),
  not(touchesZone(officialFeedback.surveyed, sql`0`)),
);

/**
 * What confirmed official feedback tells the model: polygons, and counts by type of evidence. A cleared polygon releases
 * ground; "not found" under the 95 % rule lowers what the clue said and releases nothing; anything else is no polygon.
 * `open`: without what would tell of a sensitive zone.
 */
export async function findOfficial(db: Database, practice: boolean, { open = false } = {}) {
  const rows = await db
    .select({
      id: officialFeedback.id,
      method: officialFeedback.method,
      outcome: officialFeedback.outcome,
      counted: officialFeedback.counted,
      authority: officialFeedback.authority,
      carriedOutOn: officialFeedback.carriedOutOn,
      kind: officialFeedback.clueKind,
      precisionClass: officialFeedback.precisionClass,
      infoCredibility: officialFeedback.infoCredibility,
      surveyed: sql<{ coordinates: Position[][] } | null>`${asGeoJson(officialFeedback.surveyed)}`,
    })
    .from(officialFeedback)
    .innerJoin(clues, eq(clues.id, officialFeedback.clueId))
    .where(and(standing(practice), open ? openToAll : undefined))
    .orderBy(asc(officialFeedback.id));
  const clearances = rows.flatMap(
    ({ id, method, outcome, counted, authority, carriedOutOn, surveyed }): Clearance[] => {
      const negative = outcome === 'cleared' || (outcome === 'not_found' && counted);
      if (!surveyed || !negative) return [];
      const polygon = { id, rings: surveyed.coordinates, method, authority, day: dayOf(carriedOutOn), quality: 1 };
      return [outcome === 'cleared' ? polygon : { ...polygon, releases: false }];
    },
  );
  const judged: TypeCounts = new Map();
  for (const row of rows.filter(({ counted }) => counted)) {
    const before = judged.get(typeKey(row)) ?? { confirmed: 0, judged: 0 };
    const confirmed = before.confirmed + (row.outcome === 'found' ? 1 : 0);
    judged.set(typeKey(row), { confirmed, judged: before.judged + 1 });
  }
  return { clearances, judged };
}

export type Official = Awaited<ReturnType<typeof findOfficial>>;

/** Of feedback that a batch drew as released, what still is: neither withdrawn since, nor in a zone that was marked since. */
export async function findStanding(db: Database, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .select({ id: officialFeedback.id })
    .from(officialFeedback)
    .innerJoin(clues, eq(clues.id, officialFeedback.clueId))
    .where(and(inArray(officialFeedback.id, [...ids]), eq(officialFeedback.state, 'confirmed'), openToAll));
  return new Set(rows.map(({ id }) => id));
}

/** Changes whenever feedback is confirmed or withdrawn. */
export async function stampOfOfficial(db: Database, practice: boolean): Promise<string> {
  const [row] = await db
    .select({
      stamp: sql<string>`coalesce(md5(string_agg(${officialFeedback.id}::text, ',' order by ${officialFeedback.id})), '')`,
    })
    .from(officialFeedback)
    .innerJoin(clues, eq(clues.id, officialFeedback.clueId))
    .where(standing(practice));
  return row?.stamp ?? '';
}
