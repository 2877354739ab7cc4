import { and, eq } from 'drizzle-orm';
import { clueCorrections } from '../../../drizzle/schema/clue-corrections.ts';
import { clues } from '../../../drizzle/schema/clues.ts';
import { recordAudit } from '../../audit/record.ts';
import { type Context, moderators, requireRole, type UserActor } from '../../context.ts';
import { transaction } from '../../db/transaction.ts';
import { Problem } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { decide } from '../decide.ts';
import { refusalOf, refuseRecused } from '../decisions/two-persons.ts';
import { differences } from '../differences.ts';
import { type ClueDraft, draftClue } from '../draft-clue.ts';
import { renewFeedback } from '../feedback/renew-feedback.ts';
import { type ClueRow, lockClue, proposalOf } from '../store.ts';
import { decideCorrectionInput, proposeCorrectionInput } from './input.ts';
import { loadCorrections } from './store.ts';

/**
 * Proposes that a verified clue say what its ledger says now. It stays as it is until another person confirms.
 * Errors: already_done (one is open, or nothing differs), not_enough_evidence, same_person, wrong_state, stale_version,
 * invalid_input, not_found, forbidden.
 */
export function proposeCorrection(ctx: Context, raw: unknown) {
  return transaction(ctx, async (ctx) => {
    const actor = requireRole(ctx, ...moderators);
    const { clueId, version: basedOn, reason } = parseInput(proposeCorrectionInput, raw);
    const { clue, draft } = await open(ctx, actor, clueId, basedOn);
    if (draft.incident.submitters.includes(actor.userId)) throw new Problem('same_person', { rule: 'submitter' });
    const changed = differences(clue, draft.values);
    const standing = (await loadCorrections(ctx, clueId)).some(({ state }) => state === 'proposed');
    if (standing || Object.keys(changed).length === 0) throw new Problem('already_done');
    const [made] = await ctx.db
      .insert(clueCorrections)
      .values({
        clueId,
        clueVersion: clue.version,
        state: 'proposed',
        was: valuesOf(clue),
        becomes: draft.values,
        changed,
        reason,
        proposedBy: actor.userId,
        proposedAt: ctx.now,
      })
      .returning({ id: clueCorrections.id });
    await recordAudit(ctx, {
      action: 'clue.propose_correction',
      subjectType: 'clue',
      subjectId: clueId,
      reason,
      detail: { fields: Object.keys(changed) },
    });
    return { correctionId: made!.id, clueId, version: clue.version, changed };
  });
}

/**
 * The second person's yes to a correction: the clue takes the new values and a new version, the old ones stay on record.
 * Errors: same_person (`rule`), stale_version (the ledger moved on since), not_enough_evidence, wrong_state, not_found, forbidden.
 */
export function confirmCorrection(ctx: Context, raw: unknown) {
  return transaction(ctx, async (ctx) => {
    const actor = requireRole(ctx, ...moderators);
    const { clueId, version: basedOn, correctionId, reason } = parseInput(decideCorrectionInput, raw);
    const { clue, draft } = await open(ctx, actor, clueId, basedOn);
    const correction = await openCorrection(ctx, clueId, correctionId);
    const rule = await refusalOf(ctx, actor.userId, correction.proposedBy, draft.incident);
    if (rule) throw new Problem('same_person', { rule });
    const proposed = { ...clue, ...(correction.becomes as ClueDraft['values']) };
    const moved = differences(proposed, draft.values);
    if (Object.keys(moved).length > 0) throw new Problem('stale_version', { version: clue.version, changed: moved });
    const version = clue.version + 1;
    await ctx.db
      .update(clues)
      .set({
        ...draft.values,
        proposedBy: correction.proposedBy,
        proposedAt: correction.proposedAt,
        verifiedBy: actor.userId,
        verifiedAt: ctx.now,
        version,
      })
      .where(eq(clues.id, clueId));
    await renewFeedback(ctx, clueId);
    await settle(ctx, actor, correctionId, 'confirmed', reason);
    await decide(ctx, { clueId, decision: 'correct', version, reason: correction.reason });
    await recordAudit(ctx, {
      action: 'clue.correct',
      subjectType: 'clue',
      subjectId: clueId,
      reason,
      detail: { version, fields: Object.keys(correction.changed) },
    });
    return { clueId, number: clue.number, version, state: 'verified' as const };
  });
}

/** The second person's no, with the reason: the clue stays as it is. Errors: as above, invalid_input. */
export function sendBackCorrection(ctx: Context, raw: unknown) {
  return transaction(ctx, async (ctx) => {
    const actor = requireRole(ctx, ...moderators);
    const { clueId, version, correctionId, reason } = parseInput(decideCorrectionInput, raw);
    if (!reason) throw new Problem('invalid_input', { fields: { reason: 'reason_required' } });
    const clue = await lockClue(ctx, clueId, version);
    await refuseRecused(ctx, actor.userId, clue.incidentId);
    await openCorrection(ctx, clueId, correctionId);
    await settle(ctx, actor, correctionId, 'sent_back', reason);
    await recordAudit(ctx, {
      action: 'clue.send_back_correction',
      subjectType: 'clue',
      subjectId: clueId,
      reason,
      detail: {},
    });
    return { clueId, correctionId };
  });
}

async function open(ctx: Context, actor: UserActor, clueId: string, basedOn: number) {
  const clue = await lockClue(ctx, clueId, basedOn);
  if (clue.state !== 'verified') throw new Problem('wrong_state', { state: clue.state });
  await refuseRecused(ctx, actor.userId, clue.incidentId);
  const dismissed = await proposalOf(ctx, clueId);
  const draft = await draftClue(ctx, clue.incidentId, { kind: clue.kind, dismissed, secondPerson: true });
  const missing = draft.missing.filter((rule) => rule !== 'consent' || !onlyTakenBack(draft));
  if (missing.length > 0) throw new Problem('not_enough_evidence', { missing, grounds: draft.values.grounds });
  return { clue, draft };
}

/** A report that was taken back leaves nothing to export, but what the clue still says of it may be mended. */
const onlyTakenBack = ({ incident }: ClueDraft) =>
  incident.items.every(({ consent, alreadyPublic }) => consent !== 'none' || alreadyPublic);

async function openCorrection(ctx: Context, clueId: string, correctionId: string) {
  const found = (await loadCorrections(ctx, clueId)).find(({ id }) => id === correctionId);
  if (!found) throw new Problem('not_found');
  if (found.state !== 'proposed') throw new Problem('wrong_state', { state: found.state });
  return found;
}

const settle = (ctx: Context, actor: UserActor, id: string, state: 'confirmed' | 'sent_back', reason?: string) =>
  ctx.db
    .update(clueCorrections)
    .set({ state, decidedBy: actor.userId, decidedAt: ctx.now, decidedReason: reason ?? null })
    .where(and(eq(clueCorrections.id, id), eq(clueCorrections.state, 'proposed')));

function valuesOf({
  incidentNumber: _,
  sensitive: _sensitive,
  id: _id,
  exportId: _export,
  incidentId: _incident,
  ...rest
}: ClueRow) {
  return rest;
}
