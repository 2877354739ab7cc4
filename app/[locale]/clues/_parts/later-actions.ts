'use server';

import {
  confirmCorrection,
  proposeCorrection,
  sendBackCorrection,
} from '../../../../lib/clues/corrections/correct-clue.ts';
import { supersedeClue } from '../../../../lib/clues/corrections/supersede-clue.ts';
import { formAction } from '../../../_http/form-action.ts';

const verbs = {
  correct: proposeCorrection,
  confirmCorrection,
  sendBackCorrection,
  supersede: supersedeClue,
};
export type LaterForm = keyof typeof verbs;

/** Correct, confirm or send back a correction, or replace; fields are called `<form>-<field>`. */
export async function decideLater(locale: string, path: string, form: LaterForm, data: FormData) {
  await formAction({ locale, path, form }, data, async (ctx, values) => {
    const by = /\d+/.exec(values[`${form}-by`] ?? '')?.[0];
    const reason = values[`${form}-reason`]?.trim() ?? '';
    await verbs[form](ctx, {
      clueId: values.clueId,
      version: Number(values.version),
      correctionId: values.correctionId,
      by: by ? Number(by) : undefined,
      reason: form === 'confirmCorrection' ? reason || undefined : reason,
    });
    return { done: form };
  });
}
