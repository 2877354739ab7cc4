import type { Context } from '../../context.ts';
import { transaction } from '../../db/transaction.ts';
import { Problem } from '../../errors.ts';
import type { Answers } from '../form/answers.ts';
import { seal } from '../form/seal.ts';
import { toReport } from '../form/to-report.ts';
import { bakuDay } from '../rules.ts';
import { type Submitted, submitReport } from '../submit-report.ts';
import { requireInterviewer } from './interviewers.ts';
import { likeLast } from './like-last.ts';
import { lockDraft, updateDraft } from './store.ts';

/**
 * Sends the report of a draft in the language of the conversation; of the draft only kind, place and date stay, for
 * another like it. Sent again it answers the same receipt. Throws as `submitReport` does.
 */
export async function sendDraft(ctx: Context, answers: Answers): Promise<Submitted> {
  const actor = requireInterviewer(ctx);
  const { interview, reportId } = answers;
  if (!interview) throw new Problem('not_found');
  const report = {
    ...toReport(answers, interview.language, bakuDay(ctx.now)),
    channel: interview.told === 'person' ? 'interview' : 'form',
  };
  return transaction(ctx, async (ctx) => {
    const row = await lockDraft(ctx.db, actor, reportId, ctx.now);
    const sent = await submitReport(ctx, report);
    if (row) {
      const kept: Answers = { reportId, values: likeLast(answers.values), interview };
      await updateDraft(ctx.db, reportId, { sealed: seal(kept), step: 'sent', sentAt: ctx.now });
    }
    return sent;
  });
}
