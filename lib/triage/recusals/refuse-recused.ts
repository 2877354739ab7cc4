import { and, eq, inArray, or, sql } from 'drizzle-orm';
import { recusals } from '../../../drizzle/schema/recusals.ts';
import { incidentReports } from '../../../drizzle/schema/triage.ts';
import type { Context } from '../../context.ts';
import { Problem } from '../../errors.ts';

type Of = { incidents?: readonly string[]; reports?: readonly string[] };

/** Whether a person is recused from one of these, or from an incident that their reports were ever in. */
export async function isRecused(ctx: Context, userId: string, { incidents = [], reports = [] }: Of): Promise<boolean> {
  const theirs = or(
    inArray(incidentReports.reportId, [...reports]),
    sql`${incidentReports.reportId} in (select here.report_id from incident_reports here
      where ${inArray(sql`here.incident_id`, [...incidents])} and here.removed_at is null)`,
  );
  const everIn = ctx.db.select({ id: incidentReports.incidentId }).from(incidentReports).where(theirs);
  const [row] = await ctx.db
    .select({ id: recusals.id })
    .from(recusals)
    .where(
      and(
        eq(recusals.userId, userId),
        or(inArray(recusals.incidentId, [...incidents]), inArray(recusals.incidentId, everIn)),
      ),
    )
    .limit(1);
  return row !== undefined;
}

/** The recused take no part in any decision. Errors: same_person. */
export async function refuseRecused(ctx: Context, userId: string, of: Of): Promise<void> {
  if (await isRecused(ctx, userId, of)) throw new Problem('same_person', { rule: 'recused' });
}

/** Of these incidents, those from which a moderator is recused. */
export async function recusedFrom(ctx: Context, userId: string, incidentIds: readonly string[]): Promise<Set<string>> {
  if (incidentIds.length === 0) return new Set();
  const { rows } = await ctx.db.execute<{ id: string }>(sql`
    select i.id from incidents i where ${inArray(sql`i.id`, [...incidentIds])} and exists (
      select from recusals x where x.user_id = ${userId} and (x.incident_id = i.id or x.incident_id in (
        select was.incident_id from incident_reports here join incident_reports was on was.report_id = here.report_id
        where here.incident_id = i.id and here.removed_at is null)))`);
  return new Set(rows.map(({ id }) => id));
}
