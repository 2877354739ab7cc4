import { recordAudit } from '../../audit/record.ts';
import type { Context } from '../../context.ts';
import { transaction } from '../../db/transaction.ts';
import { Problem } from '../../errors.ts';
import { isLocale } from '../../i18n/locales.ts';
import { newId } from '../../ids.ts';
import { parseInput } from '../../parse-input.ts';
import type { Answers } from '../form/answers.ts';
import { openSeal, seal } from '../form/seal.ts';
import { consentVersion } from '../input.ts';
import { draftLifetimeMilliseconds, startInterviewInput } from './input.ts';
import { requireInterviewer } from './interviewers.ts';
import { firstOpenLike, likeLast } from './like-last.ts';
import { findDraft, insertDraft } from './store.ts';

export type Interviewing = { answers: Answers; step: string; savedAt: Date };

/**
 * Begins a report on behalf of another person, or of the own team, as a draft of the account. What another person says
 * is not taken down before the consent words were read to them. Throws `invalid_input`, `not_found` (like), `forbidden`.
 */
export async function startInterview(ctx: Context, raw: unknown): Promise<Interviewing> {
  const actor = requireInterviewer(ctx);
  const { language, told, consentRead, like } = parseInput(startInterviewInput, raw);
  if (!isLocale(language)) throw new Problem('invalid_input', { fields: { language: 'language_required' } });
  if (told === 'person' && !consentRead)
    throw new Problem('invalid_input', { fields: { consentRead: 'consent_not_read' } });
  return transaction(ctx, async (ctx) => {
    const last = like === undefined ? undefined : await findDraft(ctx.db, actor, like, ctx.now);
    if (like !== undefined && !last) throw new Problem('not_found');
    const opened = last && openSeal(last.sealed);
    const values = opened && 'answers' in opened ? likeLast(opened.answers.values) : {};
    const step = last ? firstOpenLike(values) : 'door';
    const editor = newId();
    const answers: Answers = { reportId: newId(), values, interview: { language, told, editor, version: 1 } };
    await insertDraft(ctx.db, {
      id: answers.reportId,
      userId: actor.userId,
      organisationId: actor.organisationId,
      language,
      step,
      sealed: seal(answers),
      editor,
      savedAt: ctx.now,
      expiresAt: new Date(ctx.now.getTime() + draftLifetimeMilliseconds),
    });
    const consent = told === 'person' ? { consentRead: true, consentVersion } : {};
    await recordAudit(ctx, {
      action: 'draft.start',
      subjectType: 'report',
      subjectId: answers.reportId,
      detail: { told, language, ...consent, ...(like && { like }) },
    });
    return { answers, step, savedAt: ctx.now };
  });
}
