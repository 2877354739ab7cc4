import { and, desc, eq, lt } from 'drizzle-orm';
import { users } from '../../drizzle/schema/accounts.ts';
import { auditEvents } from '../../drizzle/schema/audit.ts';
import { type Context, requireRole } from '../context.ts';

export type AuditFilter = { subjectType?: string; subjectId?: string; beforeId?: number };

const pageSize = 50;

/** The newest audit rows, or those before `beforeId`, with the acting account's name. Administrators and leads. */
export async function listAuditEvents(ctx: Context, { subjectType, subjectId, beforeId }: AuditFilter) {
  requireRole(ctx, 'administrator', 'lead');
  const rows = await ctx.db
    .select()
    .from(auditEvents)
    .where(
      and(
        subjectType ? eq(auditEvents.subjectType, subjectType) : undefined,
        subjectId ? eq(auditEvents.subjectId, subjectId) : undefined,
        beforeId ? lt(auditEvents.id, beforeId) : undefined,
      ),
    )
    .orderBy(desc(auditEvents.id))
    .limit(pageSize + 1);
  const names = new Map(
    (await ctx.db.select({ id: users.id, name: users.name }).from(users)).map((u) => [u.id, u.name]),
  );
  const events = rows.slice(0, pageSize).map((row) => ({
    ...row,
    actorName: (row.actorId && names.get(row.actorId)) ?? row.actorId,
    subjectName: row.subjectType === 'user' ? (names.get(row.subjectId) ?? null) : null,
  }));
  return { events, olderThanId: rows.length > pageSize ? events.at(-1)!.id : null };
}
