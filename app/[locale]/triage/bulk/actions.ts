'use server';

import { proposeReady } from '../../../../lib/clues/bulk/propose-ready.ts';
import { decideImported } from '../../../../lib/triage/bulk/decide-imported.ts';
import { gradeImported } from '../../../../lib/triage/bulk/grade-imported.ts';
import { checkImport, runImport } from '../../../../lib/triage/bulk/import-reports.ts';
import { readImported } from '../../../../lib/triage/bulk/read-imported.ts';
import { namedFormAction as run } from '../../../_http/form-action.ts';

export async function check(locale: string, path: string, data: FormData) {
  const file = data.get('import_check-csv');
  const csv = file instanceof File ? await file.text() : '';
  const fileName = file instanceof File ? file.name : '';
  await run(locale, path, 'import_check', data, (ctx, { series }) => checkImport(ctx, { csv, fileName, series }));
}

export async function bringIn(locale: string, path: string, data: FormData) {
  await run(locale, path, 'import_run', data, (ctx, { batchId, version }) =>
    runImport(ctx, { batchId, version: Number(version) }),
  );
}

export async function decideRow(locale: string, path: string, decision: string, data: FormData) {
  await run(locale, path, 'import_decide', data, (ctx, { rowId, version, candidateId, heldApart, reason }) =>
    decideImported(ctx, {
      rowId,
      version: Number(version),
      decision,
      candidateId: candidateId || undefined,
      heldApart: (heldApart ?? '').split(' ').filter(Boolean),
      reason: reason || undefined,
    }),
  );
}

export async function gradeRows(locale: string, path: string, data: FormData) {
  await run(locale, path, 'import_grade', data, (ctx, values) =>
    gradeImported(ctx, {
      ...values,
      detonationAttested: values.detonationAttested === 'yes',
    }),
  );
}

export async function proposeRows(locale: string, path: string, data: FormData) {
  await run(locale, path, 'import_propose', data, (ctx, { batchId }) => proposeReady(ctx, batchId ?? ''));
}

export async function readRows(locale: string, path: string, data: FormData) {
  await run(locale, path, 'import_read', data, (ctx, { batchId, seen = '' }) =>
    readImported(ctx, {
      batchId,
      seen: seen
        .split(' ')
        .filter(Boolean)
        .map((one) => {
          const [reportId, version] = one.split(':');
          return { reportId, version: Number(version) };
        }),
    }),
  );
}
