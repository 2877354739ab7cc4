'use server';

import { decideText, undoTextAct } from '../../../../lib/triage/text/decide-text.ts';
import { formAction } from '../../../_http/form-action.ts';

/** Fields `mark-<start>-<end>` are hide or keep; `word-<start>-<end>` is a word that is hidden. */
export async function decided(locale: string, path: string, reportId: string, data: FormData) {
  await formAction({ locale, path, form: 'text' }, data, async (ctx, values) => {
    const spans = Object.entries(values).flatMap(([name, value]) => {
      const [, start, end] = /^(?:mark|word)-(\d+)-(\d+)$/.exec(name) ?? [];
      if (!start || (value !== 'hide' && value !== 'keep')) return [];
      return [{ start: Number(start), end: Number(end), hide: value === 'hide' }];
    });
    await decideText(ctx, { reportId, version: Number(values.version), spans });
    return { done: 'text' };
  });
}

export async function undone(locale: string, path: string, reportId: string, data: FormData) {
  await formAction({ locale, path, form: 'text' }, data, async (ctx, values) => {
    await undoTextAct(ctx, { reportId, version: Number(values.version) });
    return { done: 'textUndo' };
  });
}
