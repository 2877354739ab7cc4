'use server';

import { sendBackClue } from '../../../lib/clues/send-back-clue.ts';
import { keepClue } from '../../../lib/clues/taken-back/keep-clue.ts';
import { verifyClue } from '../../../lib/clues/verify-clue.ts';
import { withdrawClue } from '../../../lib/clues/withdraw-clue.ts';
import { formAction } from '../../_http/form-action.ts';

const verbs = { verify: verifyClue, send_back: sendBackClue, withdraw: withdrawClue, keep: keepClue };

/** Verify, send back, withdraw or keep; the reason's field is called `<decision>-reason`. */
export async function decideClue(locale: string, path: string, decision: keyof typeof verbs, data: FormData) {
  await formAction({ locale, path, form: decision }, data, async (ctx, values) => {
    const reason = values[`${decision}-reason`]?.trim() ?? '';
    const edit = { clueId: values.clueId, version: Number(values.version) };
    await verbs[decision](ctx, { ...edit, reason: decision === 'verify' ? reason || undefined : reason });
    return { done: decision };
  });
}
