'use server';

import { confirmFeedback } from '../../../../lib/clues/feedback/confirm-feedback.ts';
import { recordFeedback } from '../../../../lib/clues/feedback/record-feedback.ts';
import { withdrawFeedback } from '../../../../lib/clues/feedback/withdraw-feedback.ts';
import { Problem } from '../../../../lib/errors.ts';
import { parseVertices } from '../../../../lib/geo/parse-vertices.ts';
import { formAction } from '../../../_http/form-action.ts';

export async function sendFeedback(locale: string, path: string, data: FormData) {
  await formAction({ locale, path, form: 'feedback' }, data, async (ctx, values) => {
    const own = (name: string) => values[`feedback-${name}`]?.trim() || undefined;
    const corners = own('surveyed');
    const parsed = corners ? parseVertices(corners, 'polygon') : undefined;
    if (parsed && !parsed.ok) {
      const key = parsed.code === 'too_few_vertices' ? 'polygon_required' : `coordinates_${parsed.code}`;
      throw new Problem('invalid_input', { fields: { surveyed: key } });
    }
    await recordFeedback(ctx, {
      id: own('id'),
      clueId: values.clueId,
      version: Number(values.version),
      authority: own('authority') ?? '',
      document: own('document') ?? '',
      method: own('method'),
      outcome: own('outcome'),
      carriedOutOn: own('carriedOutOn') ?? '',
      surveyed: parsed?.geometry,
      note: own('note'),
      corrects: own('corrects'),
    });
    return { done: 'feedback' };
  });
}

export async function judgeFeedback(locale: string, path: string, form: 'confirm' | 'withdraw', data: FormData) {
  await formAction({ locale, path, form: `${form}_feedback` }, data, async (ctx, values) => {
    const edit = { feedbackId: values.feedbackId, version: Number(values.version) };
    if (form === 'confirm') await confirmFeedback(ctx, edit);
    else await withdrawFeedback(ctx, { ...edit, reason: values['withdraw_feedback-reason'] ?? '' });
    return { done: `${form}_feedback` };
  });
}
