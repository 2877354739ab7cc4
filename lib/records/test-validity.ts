import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import type { Geometry, PolygonGeometry } from '../geo/lng-lat.ts';

/** An error beyond this, of the record or of the event, tests nothing. */
const testableMetres = 500;
/** Events farther than this beyond the error say nothing of this record. */
const nearMetres = 1000;

export const verdicts = ['inside', 'outside', 'untestable'] as const;
export type Verdict = (typeof verdicts)[number];
export type ValidityTest = {
  id: string;
  number: number;
  kind: 'human_accident' | 'animal_accident' | 'detonation_no_casualty' | 'device_seen';
  geometry: Geometry;
  uncertaintyMetres: number;
  /** From the recorded shape to the event's point. */
  distanceMetres: number;
  verdict: Verdict;
};

/**
 * Finds and strikes (verified clues) against the recorded shape widened by its error: wholly inside, wholly outside but near,
 * or untestable, since the errors leave both open. Events that ended before the laying began are left out.
 */
export async function testValidity(ctx: Context, recordId: string) {
  const { rows } = await ctx.db.execute<{ widened: PolygonGeometry; tests: ValidityTest[] | null }>(sql`
    with record as (
      select practice, laid_from, uncertainty_m as error, ST_Transform(geometry, 32638) as shape,
        ST_Buffer(ST_Transform(geometry, 32638), uncertainty_m, 16) as widened
      from minefield_records where id = ${recordId}),
    event as (
      select c.id, c.number, c.kind, c.geometry, c.uncertainty_m, r.error, r.widened,
        ST_Distance(ST_Transform(c.geometry, 32638), r.shape) as distance,
        ST_Buffer(ST_Transform(c.geometry, 32638), greatest(c.uncertainty_m, 1), 16) as disc
      from clues c, record r
      where c.state = 'verified' and c.practice = r.practice
        and c.kind in ('human_accident', 'animal_accident', 'detonation_no_casualty', 'device_seen')
        and (r.laid_from is null or coalesce(c.date_end, c.date_start, c.date_reported) >= r.laid_from)
        and ST_DWithin(ST_Transform(c.geometry, 32638), r.shape, r.error + c.uncertainty_m + ${nearMetres}))
    select (select ST_AsGeoJSON(ST_Transform(widened, 4326), 6)::json from record) as widened,
      (select json_agg(json_build_object('id', id, 'number', number, 'kind', kind,
        'geometry', ST_AsGeoJSON(geometry, 7)::json, 'uncertaintyMetres', uncertainty_m, 'distanceMetres', distance,
        'verdict', case
          when error > ${testableMetres} or uncertainty_m > ${testableMetres} then 'untestable'
          when ST_Covers(widened, disc) then 'inside'
          when ST_Disjoint(widened, disc) then 'outside'
          else 'untestable' end) order by distance, number) from event) as tests`);
  const row = rows[0]!;
  return { widened: row.widened, tests: row.tests ?? [] };
}
