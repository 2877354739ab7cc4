import { eq } from 'drizzle-orm';
import { officialFeedback } from '../../../drizzle/schema/feedback.ts';
import { recordAudit } from '../../audit/record.ts';
import { type Context, moderators, requireRole } from '../../context.ts';
import { transaction } from '../../db/transaction.ts';
import { Problem } from '../../errors.ts';
import { emit } from '../../jobs/events.ts';
import { parseInput } from '../../parse-input.ts';
import { refuseRecused } from '../decisions/two-persons.ts';
import { loadClues } from '../store.ts';
import { confirmFeedbackInput } from './input.ts';
import { lockFeedback } from './lock-feedback.ts';

/**
 * The second person's yes to recorded feedback: from now on it judges its type of evidence and reaches the danger layer.
 * Errors: stale_version, wrong_state, same_person, not_found, forbidden.
 */
export function confirmFeedback(ctx: Context, raw: unknown) {
  return transaction(ctx, async (ctx) => {
    const actor = requireRole(ctx, ...moderators);
    const { feedbackId, version: basedOn } = parseInput(confirmFeedbackInput, raw);
    const row = await lockFeedback(ctx, feedbackId, basedOn);
    if (row.state !== 'recorded') throw new Problem('wrong_state', { state: row.state });
    if (row.recordedBy === actor.userId) throw new Problem('same_person', { rule: 'recorder' });
    const [clue] = await loadClues(ctx, { ids: [row.clueId] });
    await refuseRecused(ctx, actor.userId, clue!.incidentId);
    const version = row.version + 1;
    await ctx.db
      .update(officialFeedback)
      .set({ state: 'confirmed', confirmedBy: actor.userId, confirmedAt: ctx.now, version })
      .where(eq(officialFeedback.id, feedbackId));
    await recordAudit(ctx, {
      action: 'clue.confirm_feedback',
      subjectType: 'clue',
      subjectId: row.clueId,
      detail: { feedbackId },
    });
    await emit(ctx, { type: 'feedback.changed', clueId: row.clueId });
    return { feedbackId, version, state: 'confirmed' as const };
  });
}
