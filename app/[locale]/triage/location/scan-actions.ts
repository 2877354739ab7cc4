'use server';

import { Problem } from '../../../../lib/errors.ts';
import { removeScan } from '../../../../lib/media/scans/remove-scan.ts';
import { addLocationClaim } from '../../../../lib/triage/add-location-claim.ts';
import { formAction } from '../../../_http/form-action.ts';
import { keptPath } from './_parts/kept-path.ts';
import { offsetNames } from './_parts/offset.ts';
import { scanFieldsOf, scanOf } from './_parts/scan.ts';

/** Fitted here again from the points: what the page showed is no evidence. */
export async function placeFromScan(locale: string, path: string, data: FormData) {
  await formAction({ locale, path: keptPath(path, data, offsetNames), form: 'scan' }, data, async (ctx, values) => {
    const fields = scanFieldsOf(values);
    const scan = scanOf(fields);
    if (!scan?.ok) throw new Problem('invalid_input', { fields: { [scan?.field ?? 'points']: scan?.code ?? 'empty' } });
    await addLocationClaim(ctx, {
      reportId: values.reportId,
      version: Number(values.version),
      reason: values['scan-reason']?.trim() ?? '',
      positionOf: values['scan-positionOf'],
      geometry: scan.geometry,
      uncertaintyMetres: scan.uncertaintyMetres,
      method: 'old_map',
      // an unknown datum is in the error already
      datum: fields.scanDatum === 'sk42' ? 'sk42' : 'wgs84',
      scanId: fields.scan || undefined,
      inputText: `${fields.points}\n${fields.feature}`.slice(0, 500),
    });
    return { done: 'claim' };
  });
}

/** The image of a report or a minefield record is gone for good; what was typed about it stays in the form. */
export async function takeScanAway(locale: string, path: string, data: FormData) {
  await formAction({ locale, path: keptPath(path, data), form: 'scan_removal' }, data, async (ctx, values) => {
    const { reportId, recordId, scanId } = values;
    await removeScan(ctx, { reportId, recordId, scanId, reason: values['scan_removal-reason'] ?? '' });
    return { done: 'scan_removed' };
  });
}
