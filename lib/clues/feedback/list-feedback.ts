import { desc, eq, getTableColumns, sql } from 'drizzle-orm';
import { clues } from '../../../drizzle/schema/clues.ts';
import { asGeoJson } from '../../../drizzle/schema/columns.ts';
import { officialFeedback } from '../../../drizzle/schema/feedback.ts';
import { type Context, moderators, requireRole } from '../../context.ts';
import type { Geometry } from '../../geo/lng-lat.ts';

/** Everything that was reported back about a clue, the newest first; what was withdrawn stays. Errors: forbidden, not_signed_in. */
export async function listFeedback(ctx: Context, clueId: string) {
  requireRole(ctx, ...moderators);
  return ctx.db
    .select({
      ...getTableColumns(officialFeedback),
      surveyed: sql<Geometry | null>`${asGeoJson(officialFeedback.surveyed)}`,
      recordedByName: sql<string>`(select u.name from users u where u.id = ${officialFeedback.recordedBy})`,
      confirmedByName: sql<string | null>`(select u.name from users u where u.id = ${officialFeedback.confirmedBy})`,
    })
    .from(officialFeedback)
    .where(eq(officialFeedback.clueId, clueId))
    .orderBy(desc(officialFeedback.recordedAt));
}
export type FeedbackView = Awaited<ReturnType<typeof listFeedback>>[number];

/** Confirmed feedback counted by type of evidence (kind, precision, credibility); practice apart. Never by person. Errors: forbidden. */
export async function reliabilityByType(ctx: Context, practice: boolean) {
  requireRole(ctx, ...moderators, 'administrator');
  const { clueKind, precisionClass, infoCredibility } = officialFeedback;
  const of = (condition: ReturnType<typeof sql>) => sql<number>`(count(*) filter (where ${condition}))::int`;
  return ctx.db
    .select({
      kind: clueKind,
      precisionClass,
      infoCredibility,
      judged: of(sql`${officialFeedback.counted}`),
      confirmed: of(sql`${officialFeedback.counted} and ${officialFeedback.outcome} = 'found'`),
      uncounted: of(sql`not ${officialFeedback.counted}`),
    })
    .from(officialFeedback)
    .innerJoin(clues, eq(clues.id, officialFeedback.clueId))
    .where(sql`${officialFeedback.state} = 'confirmed' and ${clues.practice} = ${practice}`)
    .groupBy(clueKind, precisionClass, infoCredibility)
    .orderBy(clueKind, precisionClass, infoCredibility);
}
