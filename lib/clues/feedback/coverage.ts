import { sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import type { Geometry } from '../../geo/lng-lat.ts';
import type { FeedbackMethod, FeedbackOutcome } from './input.ts';

/** "Not found" counts only when this share of the clue's uncertainty shape was searched. */
export const leastCoverage = 0.95;

/** Whether feedback judges the type of evidence: something found always does; "not found" under the 95 % rule only. */
export function judges(outcome: FeedbackOutcome, method: FeedbackMethod, coverage: number): boolean {
  if (outcome === 'found') return true;
  return outcome === 'not_found' && method !== 'non_technical_survey' && coverage >= leastCoverage;
}

/** Share by area, 0 to 1, of a clue's shape widened by its 95 % error that a polygon covers; null for a polygon that crosses itself. */
export async function coverageOf(ctx: Context, clueId: string, surveyed: Geometry | undefined): Promise<number | null> {
  if (!surveyed) return 0;
  const { rows } = await ctx.db.execute<{ valid: boolean; share: number }>(sql`
    with given as (select ST_SetSRID(ST_GeomFromGeoJSON(${JSON.stringify(surveyed)}), 4326) as shape),
      clue as (select ST_Buffer(ST_Transform(geometry, 32638), uncertainty_m, 32) as shape from clues where id = ${clueId})
    select ST_IsValid(given.shape) as valid,
      case when ST_IsValid(given.shape)
        then ST_Area(ST_Intersection(clue.shape, ST_Transform(given.shape, 32638))) / ST_Area(clue.shape) else 0 end as share
    from given, clue`);
  const row = rows[0];
  if (!row?.valid) return null;
  return Math.min(1, Math.max(0, Number(row.share)));
}
