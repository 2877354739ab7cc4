'use server';

import { proposeClue } from '../../../lib/clues/propose-clue.ts';
import { spoken } from '../../../lib/ids.ts';
import { assessReport } from '../../../lib/triage/assess-report.ts';
import { assignToIncident } from '../../../lib/triage/assign-to-incident.ts';
import { readContact } from '../../../lib/triage/read-contact.ts';
import { removeFromIncident } from '../../../lib/triage/remove-from-incident.ts';
import { setReportState } from '../../../lib/triage/set-report-state.ts';
import { referUrgently } from '../../../lib/triage/urgent/refer-urgently.ts';
import { formAction, namedFormAction as run } from '../../_http/form-action.ts';

type Values = Record<string, string | undefined>;

const edit = ({ reportId, version, reason }: Values) => ({
  reportId,
  version: Number(version),
  reason: reason || undefined,
});
const ticked = (value: string | undefined) => value === 'yes';

export async function assign(locale: string, path: string, data: FormData) {
  await run(locale, path, 'assign', data, (ctx, values) =>
    assignToIncident(ctx, { ...edit(values), incidentId: values.incidentId || null }),
  );
}

export async function remove(locale: string, path: string, data: FormData) {
  await run(locale, path, 'remove', data, (ctx, values) =>
    removeFromIncident(ctx, { ...edit(values), reason: values.reason ?? '' }),
  );
}

export async function grade(locale: string, path: string, data: FormData) {
  await run(locale, path, 'grade', data, (ctx, values) =>
    assessReport(ctx, {
      ...edit(values),
      sourceReliability: values.sourceReliability,
      infoCredibility: values.infoCredibility,
      sourceClass: values.sourceClass,
      independenceGroup: values.independenceGroup ?? '',
      detonationAttested: ticked(values.detonationAttested),
      recordChecked: ticked(values.recordChecked),
      note: values.note || undefined,
    }),
  );
}

export async function setState(locale: string, path: string, state: string, data: FormData) {
  await run(locale, path, state, data, (ctx, values) =>
    setReportState(ctx, { ...edit(values), state, mergedInto: values.mergedInto || undefined }),
  );
}

export async function urgent(locale: string, path: string, data: FormData) {
  await run(locale, path, 'urgent', data, (ctx, values) =>
    referUrgently(ctx, {
      ...edit(values),
      urgent: ticked(values.urgent),
      reason: values.reason ?? '',
      to: values.to || undefined,
      how: values.how || undefined,
      passedAt: values.passedAt || undefined,
    }),
  );
}

export async function contact(locale: string, path: string, data: FormData) {
  await formAction({ locale, path, form: 'contact' }, data, async (ctx, values) => {
    const reason = values['contact-reason'] ?? '';
    const read = await readContact(ctx, { ...edit(values), reason });
    return { done: 'contact', secret: read.contact };
  });
}

export async function propose(locale: string, path: string, data: FormData) {
  await run(locale, path, 'propose', data, (ctx, values) =>
    proposeClue(ctx, {
      incidentId: values.incidentId,
      kind: values.kind || undefined,
      dismissedReportIds: ticked(values.otherEvents) ? (values.candidates ?? '').split(' ').filter(Boolean) : [],
      reason: values.reason || undefined,
    }).then(({ number }) => spoken.clue(number)),
  );
}
