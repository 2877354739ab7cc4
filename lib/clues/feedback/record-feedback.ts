import { officialFeedback } from '../../../drizzle/schema/feedback.ts';
import { recordAudit } from '../../audit/record.ts';
import { type Context, moderators, requireRole } from '../../context.ts';
import { sentBefore } from '../../db/sent-before.ts';
import { transaction } from '../../db/transaction.ts';
import { Problem } from '../../errors.ts';
import { emit } from '../../jobs/events.ts';
import { parseInput } from '../../parse-input.ts';
import { refuseRecused } from '../decisions/two-persons.ts';
import { lockClue } from '../store.ts';
import { coverageOf, judges } from './coverage.ts';
import { recordFeedbackInput } from './input.ts';
import { closeFeedback, lockFeedback } from './lock-feedback.ts';

/**
 * What an authority or operator reports back about a verified clue. It counts once a second moderator has confirmed it.
 * Errors: invalid_input, content_differs (the form's id is another's), stale_version, same_person (recused), wrong_state (the clue is not verified), not_found, forbidden.
 */
export function recordFeedback(ctx: Context, raw: unknown) {
  return transaction(ctx, async (ctx) => {
    const actor = requireRole(ctx, ...moderators);
    const { clueId, version, corrects, ...told } = parseInput(recordFeedbackInput, raw);
    const before = await sentBefore(ctx, officialFeedback, told.id);
    if (before) {
      if (before.clueId !== clueId || before.recordedBy !== actor.userId) throw new Problem('content_differs');
      return { feedbackId: before.id, version: before.version, coverage: before.coverage, counted: before.counted };
    }
    const clue = await lockClue(ctx, clueId, version);
    await refuseRecused(ctx, actor.userId, clue.incidentId);
    if (clue.state !== 'verified') throw new Problem('wrong_state', { state: clue.state });
    const refuse = (field: string, key: string) => new Problem('invalid_input', { fields: { [field]: key } });
    if (Number.isNaN(Date.parse(told.carriedOutOn))) throw refuse('carriedOutOn', 'date_invalid');
    if (told.carriedOutOn > ctx.now.toISOString().slice(0, 10)) throw refuse('carriedOutOn', 'date_future');
    if (told.surveyed && told.surveyed.type !== 'Polygon') throw refuse('surveyed', 'polygon_required');
    if (told.outcome === 'cleared' && !told.surveyed) throw refuse('surveyed', 'polygon_required');
    if (told.outcome === 'cleared' && told.method === 'non_technical_survey')
      throw refuse('method', 'method_clears_nothing');
    const coverage = await coverageOf(ctx, clueId, told.surveyed);
    if (coverage === null) throw refuse('surveyed', 'polygon_crosses_itself');
    const counted = judges(told.outcome, told.method, coverage);
    const { kind: clueKind, precisionClass, infoCredibility } = clue;
    const [row] = await ctx.db
      .insert(officialFeedback)
      .values({
        ...{ ...told, clueId, coverage, counted, clueKind, precisionClass, infoCredibility, corrects },
        recordedBy: actor.userId,
        recordedAt: ctx.now,
      })
      .returning({ id: officialFeedback.id });
    const feedbackId = row!.id;
    if (corrects) {
      const old = await lockFeedback(ctx, corrects);
      if (old.clueId !== clueId) throw new Problem('not_found');
      await closeFeedback(ctx, old, told.note || 'corrected');
    }
    const { method, outcome } = told;
    await recordAudit(ctx, {
      action: 'clue.record_feedback',
      subjectType: 'clue',
      subjectId: clueId,
      detail: { feedbackId, method, outcome, coverage: Math.round(coverage * 1000) / 1000, counted, corrects },
    });
    await emit(ctx, { type: 'feedback.changed', clueId });
    return { feedbackId, version: 1, coverage, counted };
  });
}
