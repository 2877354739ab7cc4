import { and, asc, desc, eq, getTableColumns, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { users } from '../../drizzle/schema/accounts.ts';
import { auditEvents } from '../../drizzle/schema/audit.ts';
import { asGeoJson } from '../../drizzle/schema/columns.ts';
import { minefieldRecords } from '../../drizzle/schema/records.ts';
import type { Context } from '../context.ts';
import { Problem } from '../errors.ts';
import type { LineGeometry, PointGeometry, PolygonGeometry } from '../geo/lng-lat.ts';

const accepter = alias(users, 'accepter');
const withdrawer = alias(users, 'withdrawer');

const columns = {
  ...getTableColumns(minefieldRecords),
  geometry: sql<LineGeometry | PolygonGeometry>`${asGeoJson(minefieldRecords.geometry)}`,
  reference: sql<PointGeometry>`${asGeoJson(minefieldRecords.reference)}`,
  proposedByName: users.name,
  acceptedByName: accepter.name,
  withdrawnByName: withdrawer.name,
};

/** Newest first, with the names of those who decided. */
export const loadRecords = (ctx: Context, where: { id?: string; correctsId?: string; practice?: boolean }) =>
  ctx.db
    .select(columns)
    .from(minefieldRecords)
    .innerJoin(users, eq(users.id, minefieldRecords.proposedBy))
    .leftJoin(accepter, eq(accepter.id, minefieldRecords.acceptedBy))
    .leftJoin(withdrawer, eq(withdrawer.id, minefieldRecords.withdrawnBy))
    .where(
      and(
        where.id === undefined ? undefined : eq(minefieldRecords.id, where.id),
        where.correctsId === undefined ? undefined : eq(minefieldRecords.correctsId, where.correctsId),
        where.practice === undefined ? undefined : eq(minefieldRecords.practice, where.practice),
      ),
    )
    .orderBy(desc(minefieldRecords.number));
export type RecordRow = Awaited<ReturnType<typeof loadRecords>>[number];

/** Every edit, oldest first, from the audit trail. */
export const loadRecordHistory = (ctx: Context, id: string) =>
  ctx.db
    .select({
      id: auditEvents.id,
      at: auditEvents.at,
      action: auditEvents.action,
      by: users.name,
      reason: auditEvents.reason,
      detail: auditEvents.detail,
    })
    .from(auditEvents)
    .leftJoin(users, sql`${users.id}::text = ${auditEvents.actorId}`)
    .where(and(eq(auditEvents.subjectType, 'record'), eq(auditEvents.subjectId, id)))
    .orderBy(asc(auditEvents.id));

/** Held until the transaction ends. Errors: not_found, stale_version with the state it is in now. */
export async function lockRecord(ctx: Context, id: string, basedOn: number) {
  const [row] = await ctx.db
    .select({
      state: minefieldRecords.state,
      version: minefieldRecords.version,
      number: minefieldRecords.number,
      proposedBy: minefieldRecords.proposedBy,
      correctsId: minefieldRecords.correctsId,
    })
    .from(minefieldRecords)
    .where(eq(minefieldRecords.id, id))
    .for('update');
  if (!row) throw new Problem('not_found');
  if (row.version !== basedOn) throw new Problem('stale_version', { version: row.version, state: row.state });
  return row;
}
