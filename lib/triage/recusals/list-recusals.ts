import { asc, eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { users } from '../../../drizzle/schema/accounts.ts';
import { recusals } from '../../../drizzle/schema/recusals.ts';
import { type Context, moderators, requireRole } from '../../context.ts';

const by = alias(users, 'recused_by_user');

/**
 * Who is recused from an incident, or from one that its reports were ever in: a merge or a split frees nobody.
 * The reason is for leads and for the one who is recused.
 */
export async function listRecusals(ctx: Context, incidentId: string) {
  const actor = requireRole(ctx, ...moderators);
  const rows = await ctx.db
    .select({
      userId: recusals.userId,
      name: users.name,
      byName: by.name,
      byThemself: sql<boolean>`${recusals.recusedBy} = ${recusals.userId}`,
      at: recusals.recusedAt,
      reason: recusals.reason,
    })
    .from(recusals)
    .innerJoin(users, eq(users.id, recusals.userId))
    .innerJoin(by, eq(by.id, recusals.recusedBy))
    .where(
      sql`${recusals.incidentId} = ${incidentId} or ${recusals.incidentId} in (
        select was.incident_id from incident_reports here join incident_reports was on was.report_id = here.report_id
        where here.incident_id = ${incidentId} and here.removed_at is null)`,
    )
    .orderBy(asc(recusals.recusedAt));
  const open = (userId: string) => actor.role === 'lead' || actor.userId === userId;
  return rows.map((row) => ({ ...row, reason: open(row.userId) ? row.reason : null }));
}
export type Recusal = Awaited<ReturnType<typeof listRecusals>>[number];
