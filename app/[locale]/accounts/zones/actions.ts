'use server';

import { endZone } from '../../../../lib/deployment/zones/end-zone.ts';
import { markZone } from '../../../../lib/deployment/zones/mark-zone.ts';
import { formAction } from '../../../_http/form-action.ts';

const path = '/accounts/zones';

export async function mark(locale: string, data: FormData) {
  const file = data.get('file');
  const uploaded = file instanceof File && file.size > 0 ? await file.text() : undefined;
  await formAction({ locale, path, form: 'mark' }, data, async (ctx, { id, name, area, reason }) => {
    await markZone(ctx, { id, name, area: uploaded ?? area, reason });
    return { done: 'zoneMarked' };
  });
}

export async function end(locale: string, zoneId: string, version: number, data: FormData) {
  await formAction({ locale, path, form: zoneId }, data, async (ctx, values) => {
    await endZone(ctx, { zoneId, version, reason: values[`reason-${zoneId}`] });
    return { done: 'zoneEnded' };
  });
}
