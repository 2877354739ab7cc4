import { minefieldRecords } from '../../drizzle/schema/records.ts';
import { recordAudit } from '../audit/record.ts';
import { type Context, moderators, requireRole } from '../context.ts';
import { sentBefore } from '../db/sent-before.ts';
import { transaction } from '../db/transaction.ts';
import { getDeployment } from '../deployment/get-deployment.ts';
import { Problem } from '../errors.ts';
import { pointGeometry } from '../geo/lng-lat.ts';
import { spoken } from '../ids.ts';
import { emit } from '../jobs/events.ts';
import { parseInput } from '../parse-input.ts';
import { correctableStates, proposeRecordInput } from './input.ts';
import { boundOf, parseDevices, placeRecord } from './rules.ts';
import { loadRecords, lockRecord } from './store.ts';

/**
 * Enters a received minefield record as its document tells it; place and error are computed here. It counts once another
 * moderator has accepted it. A correction leaves what it corrects as it is until then. Errors: invalid_input,
 * content_differs (the form's id is another's), stale_version, wrong_state (the corrected one no longer stands), already_done (another correction waits), not_found,
 * forbidden, not_signed_in.
 */
export function proposeRecord(ctx: Context, raw: unknown) {
  return transaction(ctx, async (ctx) => {
    const actor = requireRole(ctx, ...moderators);
    const told = parseInput(proposeRecordInput, raw);
    const before = await sentBefore(ctx, minefieldRecords, told.id);
    if (before) {
      if (before.proposedBy !== actor.userId) throw new Problem('content_differs');
      const { id: recordId, number, errors } = before;
      return { recordId, number, version: 1, state: 'proposed' as const, errors };
    }
    const { legsText: _, shape: _shape, devicesText, laidFrom, laidTo, correctsVersion, ...kept } = told;
    const refuse = (field: string, key: string) => new Problem('invalid_input', { fields: { [field]: key } });
    const answer = placeRecord(told);
    if (!answer.ok) throw refuse(answer.field, answer.code);
    const devices = parseDevices(devicesText ?? '');
    if (!devices) throw refuse('devicesText', 'devices_unreadable');
    const [from, to] = [laidFrom && boundOf(laidFrom, 'first'), laidTo && boundOf(laidTo, 'last')];
    if (from === null) throw refuse('laidFrom', 'period_invalid');
    const today = ctx.now.toISOString().slice(0, 10);
    if (to === null || (from && to && from > to)) throw refuse('laidTo', 'period_invalid');
    if (from && from > today) throw refuse('laidFrom', 'date_future');
    const { correctsId, correctionReason: reason } = told;
    if (correctsId && !reason) throw refuse('correctionReason', 'reason_required');
    const corrected = correctsId && (await lockCorrectable(ctx, correctsId, correctsVersion ?? 0));
    const { placed } = answer;
    const [row] = await ctx.db
      .insert(minefieldRecords)
      .values({
        ...kept,
        practice: (await getDeployment(ctx))?.demonstration ?? false,
        reference: pointGeometry(placed.reference),
        legs: placed.legs,
        devices,
        laidFrom: from || null,
        laidTo: to || null,
        geometry: placed.geometry,
        errors: placed.errors,
        uncertaintyMetres: placed.errors.total,
        correctionReason: correctsId ? reason : null,
        proposedBy: actor.userId,
        proposedAt: ctx.now,
      })
      .returning({ id: minefieldRecords.id, number: minefieldRecords.number });
    const { id: recordId, number } = row!;
    await recordAudit(ctx, {
      action: 'record.propose',
      subjectType: 'record',
      subjectId: recordId,
      reason: correctsId && reason,
      detail: {
        ...{ number, errorMetres: placed.errors.total, audience: told.audience },
        ...(corrected ? { corrects: spoken.record(corrected.number) } : {}),
      },
    });
    await emit(ctx, { type: 'records.changed', recordId });
    return { recordId, number, version: 1, state: 'proposed' as const, errors: placed.errors };
  });
}

async function lockCorrectable(ctx: Context, recordId: string, version: number) {
  const row = await lockRecord(ctx, recordId, version);
  if (!correctableStates.includes(row.state)) throw new Problem('wrong_state', { state: row.state });
  const waiting = (await loadRecords(ctx, { correctsId: recordId })).find(({ state }) => state === 'proposed');
  if (waiting) throw new Problem('already_done', { record: spoken.record(waiting.number) });
  return row;
}
