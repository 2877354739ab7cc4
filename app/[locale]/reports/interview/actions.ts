'use server';

import { deleteDraft } from '../../../../lib/reports/drafts/delete-draft.ts';
import { formAction } from '../../../_http/form-action.ts';

/** Erases one draft of the list. */
export async function deleteDraftAction(locale: string, id: string, data: FormData): Promise<void> {
  await formAction({ locale, path: '/reports/interview', form: 'drafts' }, data, async (ctx) => {
    await deleteDraft(ctx, id);
    return { done: 'deleted' };
  });
}
