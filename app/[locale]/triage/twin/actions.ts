'use server';

import { chooseValue } from '../../../../lib/triage/incidents/choose-value.ts';
import { linkIncidents, unlinkIncidents } from '../../../../lib/triage/incidents/link-incidents.ts';
import { splitIncident } from '../../../../lib/triage/incidents/split-incident.ts';
import { tellSameEvent } from '../../../../lib/triage/incidents/tell-same-event.ts';
import { undoIncidentEvent } from '../../../../lib/triage/incidents/undo-incident-event.ts';
import { setReportState } from '../../../../lib/triage/set-report-state.ts';
import { namedFormAction as run } from '../../../_http/form-action.ts';

type Values = Record<string, string | undefined>;

const basis = ({ incidentId, version, reason }: Values) => ({
  incidentId,
  version: Number(version),
  reason: reason ?? '',
});

export async function sameEvent(locale: string, path: string, data: FormData) {
  await run(locale, path, 'same', data, (ctx, { a, aVersion, b, bVersion, reason }) =>
    tellSameEvent(ctx, { a, aVersion: Number(aVersion), b, bVersion: Number(bVersion), reason: reason || undefined }),
  );
}

/** What only repeats another is no evidence of its own: it links to the original. */
export async function repeat(locale: string, path: string, data: FormData) {
  await run(locale, path, 'duplicate', data, (ctx, { reportId, version, mergedInto, reason }) =>
    setReportState(ctx, { reportId, version: Number(version), state: 'duplicate', mergedInto, reason }),
  );
}

/** One form a field, since each has its reason. */
export async function choose(locale: string, path: string, field: string, data: FormData) {
  await run(
    locale,
    path,
    `choose-${field}`,
    data,
    (ctx, values) =>
      chooseValue(ctx, { ...basis(values), field, reportId: values.reportId === 'derive' ? null : values.reportId }),
    'choose',
  );
}

export async function split(locale: string, path: string, data: FormData) {
  const reportIds = data.getAll('split-reportIds').filter((one) => typeof one === 'string');
  await run(locale, path, 'split', data, (ctx, values) => splitIncident(ctx, { ...basis(values), reportIds }));
}

export async function undo(locale: string, path: string, data: FormData) {
  await run(locale, path, 'undo', data, (ctx, { eventId, version, reason }) =>
    undoIncidentEvent(ctx, { eventId, version: Number(version), reason: reason || undefined }),
  );
}

export async function link(locale: string, path: string, data: FormData) {
  await run(locale, path, 'link', data, (ctx, values) =>
    linkIncidents(ctx, {
      ...basis(values),
      otherIncidentId: values.otherIncidentId,
      kind: values.kind,
      first: values.first || null,
    }),
  );
}

export async function unlink(locale: string, path: string, form: string, data: FormData) {
  await run(
    locale,
    path,
    form,
    data,
    (ctx, values) => unlinkIncidents(ctx, { ...basis(values), linkId: values.linkId }),
    'unlink',
  );
}
