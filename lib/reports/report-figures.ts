import { count, lt, sql } from 'drizzle-orm';
import { reports } from '../../drizzle/schema/reports.ts';
import type { Context } from '../context.ts';
import { coarseCount } from './rules.ts';

/** What became of the reports sent before a moment: each figure rounded down to tens, so that none tells of a single report. */
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
    .where(lt(reports.submittedAt, before));
  return {
    received: coarseCount(row?.received ?? 0),
    verified: coarseCount(row?.verified ?? 0),
    waiting: coarseCount(row?.waiting ?? 0),
  };
}
