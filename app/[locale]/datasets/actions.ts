'use server';

import { markChangesRead } from '../../../lib/datasets/holdings/mark-changes-read.ts';
import { formAction } from '../../_http/form-action.ts';

export async function markRead(locale: string, digest: string, data: FormData) {
  await formAction({ locale, path: '/datasets', form: 'changes' }, data, async (ctx) => {
    await markChangesRead(ctx, digest);
    return { done: 'changesRead' };
  });
}
