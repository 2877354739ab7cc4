import { and, eq, inArray, sql } from 'drizzle-orm';
import { minefieldRecords } from '../../drizzle/schema/records.ts';
import { recordAudit } from '../audit/record.ts';
import { type Context, moderators, requireRole } from '../context.ts';
import { transaction } from '../db/transaction.ts';
import { Problem } from '../errors.ts';
import { spoken } from '../ids.ts';
import { emit } from '../jobs/events.ts';
import { parseInput } from '../parse-input.ts';
import { acceptRecordInput, correctableStates, sendBackRecordInput, withdrawRecordInput } from './input.ts';
import { lockRecord } from './store.ts';

/**
 * The second person's yes: the record reaches the danger layer as recorded hazard. Errors: stale_version, wrong_state,
 * same_person, not_found, forbidden.
 */
export function acceptRecord(ctx: Context, raw: unknown) {
  return transaction(ctx, async (ctx) => {
    const actor = requireRole(ctx, ...moderators);
    const { recordId, version: basedOn } = parseInput(acceptRecordInput, raw);
    const row = await lockRecord(ctx, recordId, basedOn);
    if (row.state !== 'proposed') throw new Problem('wrong_state', { state: row.state });
    if (row.proposedBy === actor.userId) throw new Problem('same_person', { rule: 'recorder' });
    const version = row.version + 1;
    await ctx.db
      .update(minefieldRecords)
      .set({ state: 'accepted', acceptedBy: actor.userId, acceptedAt: ctx.now, version })
      .where(eq(minefieldRecords.id, recordId));
    await recordAudit(ctx, {
      action: 'record.accept',
      subjectType: 'record',
      subjectId: recordId,
      detail: { version },
    });
    if (row.correctsId) await retire(ctx, row.correctsId, spoken.record(row.number));
    await emit(ctx, { type: 'records.changed', recordId });
    return { recordId, version, state: 'accepted' as const };
  });
}

/** The corrected record makes way; one that was withdrawn meanwhile stays so. */
async function retire(ctx: Context, recordId: string, by: string): Promise<void> {
  const [row] = await ctx.db
    .update(minefieldRecords)
    .set({ state: 'superseded', version: sql`${minefieldRecords.version} + 1` })
    .where(and(eq(minefieldRecords.id, recordId), inArray(minefieldRecords.state, [...correctableStates])))
    .returning({ version: minefieldRecords.version });
  if (!row) return;
  await recordAudit(ctx, {
    action: 'record.supersede',
    subjectType: 'record',
    subjectId: recordId,
    detail: { version: row.version, by },
  });
}

/**
 * The second person's no, with the reason: the record does not count, and can be corrected. Errors: stale_version,
 * wrong_state, same_person (whoever entered it withdraws it), invalid_input, not_found, forbidden.
 */
export function sendBackRecord(ctx: Context, raw: unknown) {
  return transaction(ctx, async (ctx) => {
    const actor = requireRole(ctx, ...moderators);
    const { recordId, version: basedOn, reason } = parseInput(sendBackRecordInput, raw);
    const row = await lockRecord(ctx, recordId, basedOn);
    if (row.state !== 'proposed') throw new Problem('wrong_state', { state: row.state });
    if (row.proposedBy === actor.userId) throw new Problem('same_person', { rule: 'recorder' });
    const version = row.version + 1;
    await ctx.db.update(minefieldRecords).set({ state: 'sent_back', version }).where(eq(minefieldRecords.id, recordId));
    await recordAudit(ctx, {
      action: 'record.send_back',
      subjectType: 'record',
      subjectId: recordId,
      reason,
      detail: { version },
    });
    await emit(ctx, { type: 'records.changed', recordId });
    return { recordId, version, state: 'sent_back' as const };
  });
}

/** Takes a record out of use, with the reason; it stays readable. Errors: stale_version, wrong_state, invalid_input, not_found, forbidden. */
export function withdrawRecord(ctx: Context, raw: unknown) {
  return transaction(ctx, async (ctx) => {
    const actor = requireRole(ctx, ...moderators);
    const { recordId, version: basedOn, reason } = parseInput(withdrawRecordInput, raw);
    const row = await lockRecord(ctx, recordId, basedOn);
    if (row.state === 'withdrawn' || row.state === 'superseded') throw new Problem('wrong_state', { state: row.state });
    const version = row.version + 1;
    await ctx.db
      .update(minefieldRecords)
      .set({ state: 'withdrawn', withdrawnBy: actor.userId, withdrawnAt: ctx.now, withdrawalReason: reason, version })
      .where(eq(minefieldRecords.id, recordId));
    await recordAudit(ctx, {
      action: 'record.withdraw',
      subjectType: 'record',
      subjectId: recordId,
      reason,
      detail: { version, was: row.state },
    });
    await emit(ctx, { type: 'records.changed', recordId });
    return { recordId, version, state: 'withdrawn' as const };
  });
}
