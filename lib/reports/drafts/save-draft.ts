import { recordAudit } from '../../audit/record.ts';
import type { Context } from '../../context.ts';
import { transaction } from '../../db/transaction.ts';
import { Problem } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import type { Answers } from '../form/answers.ts';
import { seal } from '../form/seal.ts';
import { draftKept, draftLifetimeMilliseconds } from './input.ts';
import { requireInterviewer } from './interviewers.ts';
import type { Interviewing } from './start-interview.ts';
import { lockDraft, updateDraft } from './store.ts';

/**
 * Keeps the answers as they stand, complete or not. The copy that wrote last may go back and forth freely; another one
 * must have seen its last state. Throws `stale_version` (with version, savedAt, step), `not_found` (sent, deleted, foreign).
 */
export async function saveDraft(ctx: Context, answers: Answers, step: string): Promise<Interviewing> {
  const actor = requireInterviewer(ctx);
  const { id } = parseInput(draftKept, { id: answers.reportId, step });
  const { interview } = answers;
  if (!interview) throw new Problem('not_found');
  return transaction(ctx, async (ctx) => {
    const row = await lockDraft(ctx.db, actor, id, ctx.now);
    if (!row) throw new Problem('not_found');
    const { version, savedAt } = row;
    if (row.editor !== interview.editor && version !== interview.version)
      throw new Problem('stale_version', { version, savedAt: savedAt.toISOString(), step: row.step });
    const kept: Answers = { ...answers, interview: { ...interview, version: version + 1 } };
    await updateDraft(ctx.db, id, {
      step,
      sealed: seal(kept),
      editor: interview.editor,
      version: version + 1,
      savedAt: ctx.now,
      expiresAt: new Date(ctx.now.getTime() + draftLifetimeMilliseconds),
    });
    await recordAudit(ctx, {
      action: 'draft.save',
      subjectType: 'report',
      subjectId: id,
      detail: { step, version: version + 1 },
    });
    return { answers: kept, step, savedAt: ctx.now };
  });
}
