import type { Context } from '../../context.ts';
import type { Answers } from '../form/answers.ts';
import { openSeal } from '../form/seal.ts';
import { findDraft } from './store.ts';

/**
 * What the draft holds by now, for a page that the browser's own Back brought up again: it was served before the answers
 * that came after it, and is to add to them. A copy that another has written over keeps its own, and is told so when it is saved.
 */
export async function newestAnswers(ctx: Context, answers: Answers): Promise<Answers> {
  const { actor } = ctx;
  const { interview } = answers;
  if (actor.type !== 'user' || !interview) return answers;
  const row = await findDraft(ctx.db, actor, answers.reportId, ctx.now);
  if (!row || row.sentAt || row.editor !== interview.editor || row.version <= interview.version) return answers;
  const opened = openSeal(row.sealed);
  if (!opened || 'lost' in opened) return answers;
  return { ...opened.answers, returnToCheck: answers.returnToCheck };
}
