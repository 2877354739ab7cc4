import { and, eq, isNull } from 'drizzle-orm';
import { evidenceItems, evidenceTies } from '../../../drizzle/schema/evidence.ts';
import { recordAudit } from '../../audit/record.ts';
import { type Context, moderators, requireRole, type UserActor } from '../../context.ts';
import { sentBefore } from '../../db/sent-before.ts';
import { transaction } from '../../db/transaction.ts';
import { Problem } from '../../errors.ts';
import { spoken } from '../../ids.ts';
import { parseInput } from '../../parse-input.ts';
import { refuseRecused } from '../recusals/refuse-recused.ts';
import { loadIncident } from '../store.ts';

import { evidenceItemInput, presumedDependent, tieInput, untieInput, withdrawItemInput } from './input.ts';
import { loadPieces } from './load-pieces.ts';

/**
 * Adds a piece of evidence that is no report, with its own grading; or replaces one, which stays on record.
 * Errors: not_found, invalid_input, content_differs (the form's id is another's), stale_version (it was replaced or withdrawn
 * meanwhile), same_person (a submitter, or recused), forbidden.
 */
export function addEvidenceItem(ctx: Context, raw: unknown) {
  return change(ctx, async (ctx, actor) => {
    const { reason, supersedesId, ...given } = parseInput(evidenceItemInput, raw);
    await hold(ctx, given.incidentId);
    await refuseSubmitter(ctx, given.incidentId, actor);
    const before = await sentBefore(ctx, evidenceItems, given.id);
    if (before) {
      if (before.recordedBy !== actor.userId) throw new Problem('content_differs');
      return { itemId: before.id, number: before.number };
    }
    if (supersedesId) {
      if (!reason) throw new Problem('invalid_input', { fields: { reason: 'reason_required' } });
      await close(ctx, { incidentId: given.incidentId, itemId: supersedesId, reason }, actor);
    }
    const independenceGroup = given.independenceGroup || presumedDependent;
    const [item] = await ctx.db
      .insert(evidenceItems)
      .values({ ...given, independenceGroup, supersedesId, recordedBy: actor.userId, recordedAt: ctx.now })
      .returning({ id: evidenceItems.id, number: evidenceItems.number });
    const { kind, sourceReliability, infoCredibility } = given;
    await note(ctx, given.incidentId, supersedesId ? 'replace' : 'add', {
      piece: spoken.evidence(item!.number),
      kind,
      sourceReliability,
      infoCredibility,
    });
    return { itemId: item!.id, number: item!.number };
  });
}

/** Takes a piece out of the ledger with a reason; it stays on record. Errors: not_found, stale_version, invalid_input, forbidden. */
export function withdrawEvidenceItem(ctx: Context, raw: unknown) {
  return change(ctx, async (ctx, actor) => {
    const input = parseInput(withdrawItemInput, raw);
    await hold(ctx, input.incidentId);
    await refuseSubmitter(ctx, input.incidentId, actor);
    const { number } = await close(ctx, input, actor);
    await note(ctx, input.incidentId, 'withdraw', { piece: spoken.evidence(number) });
    return { itemId: input.itemId };
  });
}

/** Records that two pieces are one chain of knowledge, so that they count once. Errors: not_found, already_done, invalid_input, forbidden. */
export function tieEvidence(ctx: Context, raw: unknown) {
  return change(ctx, async (ctx, actor) => {
    const { incidentId, kind, one, other, reason } = parseInput(tieInput, raw);
    await hold(ctx, incidentId);
    await refuseSubmitter(ctx, incidentId, actor);
    if (one === other) throw new Problem('invalid_input', { fields: { other: 'piece_same' } });
    const refs = await refsOf(ctx, incidentId);
    const fields = Object.fromEntries(
      Object.entries({ one, other }).flatMap(([field, ref]) => (refs.has(ref) ? [] : [[field, 'piece_required']])),
    );
    if (Object.keys(fields).length > 0) throw new Problem('invalid_input', { fields });
    const [oneRef, otherRef] = [one, other].sort() as [string, string];
    const { ties } = await loadPieces(ctx, incidentId);
    if (ties.some((tie) => tie.oneRef === oneRef && tie.otherRef === otherRef)) throw new Problem('already_done');
    const [tie] = await ctx.db
      .insert(evidenceTies)
      .values({ incidentId, kind, oneRef, otherRef, reason, tiedBy: actor.userId, tiedAt: ctx.now })
      .returning({ id: evidenceTies.id });
    await note(ctx, incidentId, 'tie', { kind, pieces: [oneRef, otherRef] });
    return { tieId: tie!.id };
  });
}

/** Takes a tie back with a reason. Errors: not_found, invalid_input, same_person (a submitter, or recused), forbidden. */
export function untieEvidence(ctx: Context, raw: unknown) {
  return change(ctx, async (ctx, actor) => {
    const { incidentId, tieId, reason } = parseInput(untieInput, raw);
    await hold(ctx, incidentId);
    await refuseSubmitter(ctx, incidentId, actor);
    const open = and(
      eq(evidenceTies.id, tieId),
      eq(evidenceTies.incidentId, incidentId),
      isNull(evidenceTies.untiedAt),
    );
    const ended = await ctx.db
      .update(evidenceTies)
      .set({ untiedBy: actor.userId, untiedAt: ctx.now, untiedReason: reason })
      .where(open)
      .returning({ one: evidenceTies.oneRef, other: evidenceTies.otherRef });
    if (ended.length === 0) throw new Problem('not_found');
    await note(ctx, incidentId, 'untie', { pieces: [ended[0]!.one, ended[0]!.other] });
    return { tieId };
  });
}

const change = <T>(ctx: Context, work: (ctx: Context, actor: UserActor) => Promise<T>) =>
  transaction(ctx, (ctx) => work(ctx, requireRole(ctx, ...moderators)));

async function hold(ctx: Context, incidentId: string): Promise<void> {
  if (!(await loadIncident(ctx, incidentId, true))) throw new Problem('not_found');
}

async function refuseSubmitter(ctx: Context, incidentId: string, actor: UserActor): Promise<void> {
  await refuseRecused(ctx, actor.userId, { incidents: [incidentId] });
  const { reports } = await loadPieces(ctx, incidentId);
  if (reports.some(({ submittedBy }) => submittedBy === actor.userId))
    throw new Problem('same_person', { rule: 'submitter' });
}

async function refsOf(ctx: Context, incidentId: string): Promise<Set<string>> {
  const { reports, evidenceItems } = await loadPieces(ctx, incidentId);
  return new Set([
    ...reports.map(({ number }) => spoken.report(number)),
    ...evidenceItems.map(({ number }) => spoken.evidence(number)),
  ]);
}

type Closing = { incidentId: string; itemId: string; reason: string };

async function close(ctx: Context, { incidentId, itemId, reason }: Closing, actor: UserActor) {
  const { evidenceItems: standing, closedItems } = await loadPieces(ctx, incidentId);
  const item = [...standing, ...closedItems].find(({ id }) => id === itemId);
  if (!item) throw new Problem('not_found');
  if (item.supersededAt) throw new Problem('stale_version', { changed: { edits: [] } });
  await ctx.db
    .update(evidenceItems)
    .set({ supersededAt: ctx.now, supersededBy: actor.userId, supersededReason: reason })
    .where(eq(evidenceItems.id, itemId));
  return item;
}

/** The words about a piece may name people: they stay with the piece and out of the audit trail. */
const note = (ctx: Context, incidentId: string, act: string, detail: Record<string, unknown>) =>
  recordAudit(ctx, { action: `evidence.${act}`, subjectType: 'incident', subjectId: incidentId, detail });
