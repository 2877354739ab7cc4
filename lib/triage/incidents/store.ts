import { and, asc, eq, inArray, isNotNull, isNull, or } from 'drizzle-orm';
import { incidentEvents } from '../../../drizzle/schema/incident-events.ts';
import { detonations } from '../../../drizzle/schema/reports.ts';
import { incidentReports, incidents } from '../../../drizzle/schema/triage.ts';
import type { Context } from '../../context.ts';
import { Problem } from '../../errors.ts';
import type { IncidentEvent, Move } from './replay.ts';

/** Every event that names one of these incidents, or undoes one that does, oldest first. */
export async function loadIncidentEvents(ctx: Context, ids: readonly string[]): Promise<IncidentEvent[]> {
  if (ids.length === 0) return [];
  return ctx.db
    .select()
    .from(incidentEvents)
    .where(or(inArray(incidentEvents.incidentId, [...ids]), inArray(incidentEvents.otherIncidentId, [...ids])))
    .orderBy(asc(incidentEvents.number));
}

export async function loadIncidentEvent(ctx: Context, id: string): Promise<IncidentEvent | null> {
  const [row] = await ctx.db.select().from(incidentEvents).where(eq(incidentEvents.id, id));
  return row ?? null;
}

type NewEvent = Omit<typeof incidentEvents.$inferInsert, 'id' | 'number' | 'byUserId' | 'at'>;

/** Appends what the signed-in moderator did; answers the event's id. */
export async function appendEvent(ctx: Context, event: NewEvent): Promise<string> {
  if (ctx.actor.type !== 'user') throw new Problem('not_signed_in');
  const [row] = await ctx.db
    .insert(incidentEvents)
    .values({ ...event, byUserId: ctx.actor.userId, at: ctx.now })
    .returning({ id: incidentEvents.id });
  return row!.id;
}

/** Membership as it is now of the reports named; those in no incident are left out. */
export async function membershipOf(ctx: Context, reportIds: readonly string[]): Promise<Map<string, string>> {
  if (reportIds.length === 0) return new Map();
  const rows = await ctx.db
    .select({ reportId: incidentReports.reportId, incidentId: incidentReports.incidentId })
    .from(incidentReports)
    .where(and(inArray(incidentReports.reportId, [...reportIds]), isNull(incidentReports.removedAt)));
  return new Map(rows.map(({ reportId, incidentId }) => [reportId, incidentId]));
}

/** Ends the memberships that `moves` leave and begins those they enter; the old rows stay. */
export async function writeMoves(
  ctx: Context,
  moves: readonly Move[],
  { userId, reason }: { userId: string; reason: string | undefined },
): Promise<void> {
  const left = moves.filter(({ from }) => from !== null).map(({ reportId }) => reportId);
  if (left.length > 0)
    await ctx.db
      .update(incidentReports)
      .set({ removedBy: userId, removedAt: ctx.now, reason })
      .where(and(inArray(incidentReports.reportId, left), isNull(incidentReports.removedAt)));
  const entered = moves.flatMap(({ reportId, to }) =>
    to === null ? [] : [{ incidentId: to, reportId, addedBy: userId, addedAt: ctx.now, reason }],
  );
  if (entered.length > 0) await ctx.db.insert(incidentReports).values(entered);
}

export async function insertIncident(
  ctx: Context,
  userId: string,
  { kind, practice }: Pick<typeof incidents.$inferInsert, 'kind' | 'practice'>,
) {
  const [row] = await ctx.db
    .insert(incidents)
    .values({ kind, practice, createdBy: userId, createdAt: ctx.now })
    .returning();
  return row!;
}

/** Explosions that a reporter tied to an earlier report, where one of these reports is on either end. */
export async function loadFollows(ctx: Context, reportIds: readonly string[]) {
  if (reportIds.length === 0) return [];
  const ids = [...reportIds];
  const rows = await ctx.db
    .selectDistinct({ reportId: detonations.reportId, followsReportId: detonations.followsReportId })
    .from(detonations)
    .where(
      and(
        isNotNull(detonations.followsReportId),
        or(inArray(detonations.reportId, ids), inArray(detonations.followsReportId, ids)),
      ),
    );
  return rows.map(({ reportId, followsReportId }) => ({ reportId, followsReportId: followsReportId! }));
}

/** Numbers of incidents, for words. */
export async function incidentNumbers(ctx: Context, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.db
    .select({ id: incidents.id, number: incidents.number })
    .from(incidents)
    .where(inArray(incidents.id, [...new Set(ids)]));
  return new Map(rows.map(({ id, number }) => [id, number]));
}
