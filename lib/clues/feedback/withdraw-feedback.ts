import { recordAudit } from '../../audit/record.ts';
import { type Context, moderators, requireRole } from '../../context.ts';
import { transaction } from '../../db/transaction.ts';
import { emit } from '../../jobs/events.ts';
import { parseInput } from '../../parse-input.ts';
import { withdrawFeedbackInput } from './input.ts';
import { closeFeedback, lockFeedback } from './lock-feedback.ts';

/** Takes feedback out of use with the reason: one person may, since it raises danger again. Errors: stale_version, wrong_state, not_found, forbidden. */
export function withdrawFeedback(ctx: Context, raw: unknown) {
  return transaction(ctx, async (ctx) => {
    requireRole(ctx, ...moderators);
    const { feedbackId, version: basedOn, reason } = parseInput(withdrawFeedbackInput, raw);
    const row = await lockFeedback(ctx, feedbackId, basedOn);
    const version = await closeFeedback(ctx, row, reason);
    await recordAudit(ctx, {
      action: 'clue.withdraw_feedback',
      subjectType: 'clue',
      subjectId: row.clueId,
      reason,
      detail: { feedbackId },
    });
    await emit(ctx, { type: 'feedback.changed', clueId: row.clueId });
    return { feedbackId, version, state: 'withdrawn' as const };
  });
}
