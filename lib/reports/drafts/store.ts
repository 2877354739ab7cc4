import { and, desc, eq, gt, isNotNull, isNull, lt, or, sql } from 'drizzle-orm';
import { reportDrafts } from '../../../drizzle/schema/report-drafts.ts';
import { reports } from '../../../drizzle/schema/reports.ts';
import type { UserActor } from '../../context.ts';
import type { Database } from '../../db/client.ts';

export type DraftRow = typeof reportDrafts.$inferSelect;

const own = (actor: UserActor, now: Date) =>
  and(eq(reportDrafts.userId, actor.userId), gt(reportDrafts.expiresAt, now));

/** Nobody but the account that began it finds a draft. */
export const findDraft = async (db: Database, actor: UserActor, id: string, now: Date) =>
  (
    await db
      .select()
      .from(reportDrafts)
      .where(and(eq(reportDrafts.id, id), own(actor, now)))
  )[0];

/** The same, held until the transaction ends. */
export const lockDraft = async (db: Database, actor: UserActor, id: string, now: Date) =>
  (
    await db
      .select()
      .from(reportDrafts)
      .where(and(eq(reportDrafts.id, id), own(actor, now), isNull(reportDrafts.sentAt)))
      .for('update')
  )[0];

export const insertDraft = (db: Database, row: typeof reportDrafts.$inferInsert) => db.insert(reportDrafts).values(row);

export const updateDraft = (db: Database, id: string, change: Partial<DraftRow>) =>
  db.update(reportDrafts).set(change).where(eq(reportDrafts.id, id));

export const dropDraft = (db: Database, id: string) => db.delete(reportDrafts).where(eq(reportDrafts.id, id));

/** Begun and not sent, the last touched first. */
export const draftsOf = (db: Database, actor: UserActor, now: Date) =>
  db
    .select()
    .from(reportDrafts)
    .where(and(own(actor, now), isNull(reportDrafts.sentAt)))
    .orderBy(desc(reportDrafts.savedAt));

/** What an organisation sent, or one who assesses, whoever sends them; `again`: this account may begin another like it. */
export const sentBy = (db: Database, actor: UserActor, now: Date, most: number) =>
  db
    .select({
      id: reports.id,
      number: reports.number,
      kind: reports.kind,
      channel: reports.channel,
      language: reports.language,
      state: reports.state,
      practice: reports.practice,
      submittedAt: reports.submittedAt,
      again: sql<boolean>`${reportDrafts.id} is not null`,
    })
    .from(reports)
    .leftJoin(reportDrafts, and(eq(reportDrafts.id, reports.id), own(actor, now), isNotNull(reportDrafts.sentAt)))
    .where(
      actor.role === 'organisation' && actor.organisationId
        ? eq(reports.organisationId, actor.organisationId)
        : eq(reports.submittedBy, actor.userId),
    )
    .orderBy(desc(reports.submittedAt), desc(reports.number))
    .limit(most);

/** Drafts past their time, and what a report that was withdrawn left behind; returns how many. */
export async function dropExpired(db: Database, now: Date): Promise<number> {
  const withdrawn = sql`${reportDrafts.id} in (select id from reports where state = 'withdrawn')`;
  const gone = await db
    .delete(reportDrafts)
    .where(or(lt(reportDrafts.expiresAt, now), withdrawn))
    .returning({ id: reportDrafts.id });
  return gone.length;
}
