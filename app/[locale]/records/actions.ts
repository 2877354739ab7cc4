'use server';

import { redirect } from 'next/navigation';
import { acceptRecord, sendBackRecord, withdrawRecord } from '../../../lib/records/decide-record.ts';
import { proposeRecord } from '../../../lib/records/propose-record.ts';
import { setFlash } from '../../_http/flash.ts';
import { formAction } from '../../_http/form-action.ts';

/** On success the new record's own page; on a refusal the form again with what was typed. */
export async function sendRecord(locale: string, path: string, data: FormData) {
  await formAction({ locale, path, form: 'record' }, data, async (ctx, values) => {
    const own = (name: string) => values[`record-${name}`]?.trim() || undefined;
    const number = (name: string) => {
      const text = own(name)?.replace(',', '.').replace(/\s/g, '');
      return text === undefined ? undefined : Number(text);
    };
    const { recordId } = await proposeRecord(ctx, {
      id: own('id'),
      documentId: own('documentId') ?? '',
      custody: own('custody') ?? '',
      mapSeries: own('mapSeries'),
      sheet: own('sheet'),
      scale: number('scale'),
      datum: own('datum'),
      referenceName: own('referenceName'),
      referenceText: own('referenceText') ?? '',
      shape: own('shape'),
      tied: own('tied') === 'yes',
      legsText: own('legsText') ?? '',
      declinationDegrees: number('declinationDegrees') ?? 0,
      bearingErrorDegrees: number('bearingErrorDegrees'),
      distanceErrorMetres: number('distanceErrorMetres'),
      residualMetres: number('residualMetres'),
      rows: number('rows'),
      spacingMetres: number('spacingMetres'),
      devicesText: own('devicesText'),
      laidFrom: own('laidFrom'),
      laidTo: own('laidTo'),
      audience: own('audience'),
      note: own('note'),
      correctsId: own('correctsId'),
      correctsVersion: number('correctsVersion'),
      correctionReason: own('correctionReason'),
    });
    await setFlash(`/records/${recordId}`, { form: 'record', done: 'record' });
    redirect(`/${encodeURIComponent(locale)}/records/${recordId}`);
  });
}

const verbs = { accept_record: acceptRecord, send_back_record: sendBackRecord, withdraw_record: withdrawRecord };

export async function decideRecord(locale: string, path: string, form: keyof typeof verbs, data: FormData) {
  await formAction({ locale, path, form }, data, async (ctx, values) => {
    const edit = { recordId: values.recordId, version: Number(values.version) };
    await verbs[form](ctx, { ...edit, reason: values[`${form}-reason`] ?? '' });
    return { done: form };
  });
}
