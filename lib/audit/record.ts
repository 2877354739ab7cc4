import { auditEvents } from '../../drizzle/schema/audit.ts';
import type { Context } from '../context.ts';

type Entry = {
  /** `<domain>.<verb>`. */
  action: string;
  subjectType: string;
  subjectId: string;
  reason?: string;
  /** Never contacts, receipts, places or free text: it outlives an erasure, as the reason does not. */
  detail?: Record<string, unknown>;
};

const actorId = (actor: Context['actor']): string | null => {
  if (actor.type === 'user') return actor.userId;
  if (actor.type === 'apiKey') return actor.apiKeyId;
  if (actor.type === 'job') return actor.name;
  return null;
};

/** Writes the audit row in the transaction of the change itself. */
export async function recordAudit(ctx: Context, entry: Entry): Promise<void> {
  await ctx.db.insert(auditEvents).values({
    at: ctx.now,
    actorType: ctx.actor.type,
    actorId: actorId(ctx.actor),
    requestId: ctx.requestId,
    ...entry,
  });
}
