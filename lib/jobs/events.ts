import { outboxEvents } from '../../drizzle/schema/jobs.ts';
import type { Context } from '../context.ts';

/** What happened, for whoever lies downstream; the table of event -> functions stands in `consequences.ts`. */
export type DomainEvent =
  | { type: 'report.submitted'; reportId: string }
  | { type: 'clue.changed'; clueId: string }
  | { type: 'feedback.changed'; clueId: string }
  | { type: 'records.changed'; recordId: string }
  | { type: 'risk.computed'; riskVersionId: string };

/** Writes an outbox row in the transaction of the change that it tells of. */
export async function emit(ctx: Context, { type, ...payload }: DomainEvent): Promise<void> {
  await ctx.db.insert(outboxEvents).values({ at: ctx.now, type, payload });
}
