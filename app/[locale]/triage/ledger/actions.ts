'use server';

import type { Context } from '../../../../lib/context.ts';
import {
  addEvidenceItem,
  tieEvidence,
  untieEvidence,
  withdrawEvidenceItem,
} from '../../../../lib/triage/evidence-items/change-evidence.ts';
import { recuse } from '../../../../lib/triage/recusals/recuse.ts';
import { namedFormAction } from '../../../_http/form-action.ts';

type Values = Record<string, string | undefined>;

/** An empty field is none. */
const run = (
  locale: string,
  path: string,
  form: string,
  data: FormData,
  verb: (ctx: Context, values: Values) => Promise<unknown>,
) =>
  namedFormAction(locale, path, form, data, (ctx, values) =>
    verb(ctx, Object.fromEntries(Object.entries(values).filter(([, value]) => value))),
  );

export async function recuseFrom(locale: string, path: string, incidentId: string, data: FormData) {
  await run(locale, path, 'recuse', data, (ctx, { userId, reason = '' }) =>
    recuse(ctx, { incidentId, userId, reason }),
  );
}

const ticked = (value: string | undefined) => value === 'yes';

export async function addEvidence(locale: string, path: string, incidentId: string, data: FormData) {
  await run(locale, path, 'evidence', data, (ctx, values) =>
    addEvidenceItem(ctx, {
      ...values,
      incidentId,
      summary: values.summary ?? '',
      locatedMetres: values.locatedMetres ? Number(values.locatedMetres.replace(',', '.')) : undefined,
      detonationAttested: ticked(values.detonationAttested),
      recordChecked: ticked(values.recordChecked),
    }),
  );
}

export async function withdrawEvidence(locale: string, path: string, incidentId: string, data: FormData) {
  await run(locale, path, 'withdrawEvidence', data, (ctx, { itemId, reason = '' }) =>
    withdrawEvidenceItem(ctx, { incidentId, itemId, reason }),
  );
}

export async function tie(locale: string, path: string, incidentId: string, data: FormData) {
  await run(locale, path, 'tie', data, (ctx, { kind, one = '', other = '', reason = '' }) =>
    tieEvidence(ctx, { incidentId, kind, one, other, reason }),
  );
}

export async function untie(locale: string, path: string, incidentId: string, data: FormData) {
  await run(locale, path, 'untie', data, (ctx, { tieId, reason = '' }) =>
    untieEvidence(ctx, { incidentId, tieId, reason }),
  );
}
