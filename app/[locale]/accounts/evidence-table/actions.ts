'use server';

import { restoreTable, saveTable } from '../../../../lib/triage/evidence-table/save-table.ts';
import { formAction } from '../../../_http/form-action.ts';
import { rowsOf } from './rows-of.ts';

const path = '/accounts/evidence-table';

export async function save(locale: string, basedOn: number, data: FormData) {
  await formAction({ locale, path, form: 'table' }, data, async (ctx, values) => {
    await saveTable(ctx, { rows: rowsOf(values), basedOn, reason: values.reason ?? '' });
    return { done: 'tableSaved' };
  });
}

export async function restore(locale: string, basedOn: number, data: FormData) {
  await formAction({ locale, path, form: 'restore' }, data, async (ctx, values) => {
    await restoreTable(ctx, { number: Number(values.number), basedOn, reason: values.restoreReason ?? '' });
    return { done: 'tableSaved' };
  });
}
