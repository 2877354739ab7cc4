import { clueDecisions } from '../../drizzle/schema/clues.ts';
import type { Context } from '../context.ts';
import { Problem } from '../errors.ts';
import { emit } from '../jobs/events.ts';
import type { clueDecisions as decisions } from './input.ts';

type Decision = { clueId: string; decision: (typeof decisions)[number]; version: number; reason: string | undefined };

/** The row of the decision, and word of it to whoever lies downstream. */
export async function decide(ctx: Context, { clueId, decision, version, reason }: Decision): Promise<void> {
  if (ctx.actor.type !== 'user') throw new Problem('not_signed_in');
  const decidedBy = ctx.actor.userId;
  await ctx.db
    .insert(clueDecisions)
    .values({ clueId, decision, decidedBy, decidedAt: ctx.now, reason, clueVersion: version });
  await emit(ctx, { type: 'clue.changed', clueId });
}
