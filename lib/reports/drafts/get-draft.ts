import type { Context } from '../../context.ts';
import { Problem } from '../../errors.ts';
import { newId } from '../../ids.ts';
import type { Answers, Values } from '../form/answers.ts';
import { openSeal } from '../form/seal.ts';
import { requireInterviewer } from './interviewers.ts';
import type { Interviewing } from './start-interview.ts';
import { findDraft } from './store.ts';

/** `lost`: kept by a form whose words nobody speaks any more, to be copied by hand. */
export type OpenedDraft = Interviewing | { lost: Values };

/** A draft of the own account, opened as a further copy. Throws `not_found`. */
export async function getDraft(ctx: Context, id: string): Promise<OpenedDraft> {
  const actor = requireInterviewer(ctx);
  const row = await findDraft(ctx.db, actor, id, ctx.now);
  if (!row || row.sentAt) throw new Problem('not_found');
  const opened = openSeal(row.sealed);
  if (!opened) throw new Problem('not_found');
  if ('lost' in opened) return opened;
  const { interview } = opened.answers;
  if (!interview || opened.answers.reportId !== row.id) throw new Problem('not_found');
  const answers: Answers = {
    ...opened.answers,
    interview: { ...interview, editor: newId(), version: row.version },
  };
  return { answers, step: row.step, savedAt: row.savedAt };
}
