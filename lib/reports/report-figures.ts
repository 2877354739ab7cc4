import { and, count, lt, not, sql } from 'drizzle-orm';
import { clues } from '../../drizzle/schema/clues.ts';
import { reports } from '../../drizzle/schema/reports.ts';
import type { Context } from '../context.ts';
import { touchesZone } from '../deployment/zones/touches-zone.ts';
import { coarseCount } from './rules.ts';

const inZone = sql`exists (select from incident_reports own join clues on clues.incident_id = own.incident_id
  where own.report_id = ${reports.id} and own.removed_at is null and clues.state = 'verified'
    and ${touchesZone(clues.geometry, clues.uncertaintyMetres)})`;

/**
 * What became of the reports sent before a moment: each figure rounded down to tens, so that none tells of a single report. One
 * whose verified clue touches a sensitive zone is in none of them, as if it had not come.
 */
export async function reportFigures(ctx: Context, before: Date) {
  const inState = (...states: string[]) =>
    sql<number>`count(*) filter (where ${reports.state} in (${sql.join(
      states.map((state) => sql`${state}`),
      sql`, `,
    )}))::int`;
  const [row] = await ctx.db
    .select({
      received: count(),
      verified: inState('verified_clue'),
      waiting: inState('submitted', 'screened', 'under_assessment', 'needs_info'),
    })
    .from(reports)
    .where(and(lt(reports.submittedAt, before), not(inZone)));
  return {
    received: coarseCount(row?.received ?? 0),
    verified: coarseCount(row?.verified ?? 0),
    waiting: coarseCount(row?.waiting ?? 0),
  };
}
