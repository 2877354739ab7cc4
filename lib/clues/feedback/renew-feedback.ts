import { eq, sql } from 'drizzle-orm';
import { asGeoJson } from '../../../drizzle/schema/columns.ts';
import { officialFeedback } from '../../../drizzle/schema/feedback.ts';
import type { Context } from '../../context.ts';
import type { Geometry } from '../../geo/lng-lat.ts';
import { coverageOf, judges } from './coverage.ts';

/**
 * What standing feedback says of a clue that has just been corrected: how much of its shape as it is now was searched, and
 * whether that still judges the evidence; of which type it was then stays. Part of the correction's transaction.
 */
export async function renewFeedback(ctx: Context, clueId: string) {
  const standing = await ctx.db
    .select({
      id: officialFeedback.id,
      version: officialFeedback.version,
      method: officialFeedback.method,
      outcome: officialFeedback.outcome,
      surveyed: sql<Geometry | null>`${asGeoJson(officialFeedback.surveyed)}`,
    })
    .from(officialFeedback)
    .where(sql`${officialFeedback.clueId} = ${clueId} and ${officialFeedback.state} <> 'withdrawn'`)
    .for('update');
  for (const { id, version, method, outcome, surveyed } of standing) {
    const coverage = (await coverageOf(ctx, clueId, surveyed ?? undefined)) ?? 0;
    await ctx.db
      .update(officialFeedback)
      .set({
        coverage,
        counted: judges(outcome, method, coverage),
        version: version + 1,
      })
      .where(eq(officialFeedback.id, id));
  }
}
