import { clueDecisions, clues } from '../../drizzle/schema/clues.ts';
import { recordAudit } from '../audit/record.ts';
import { type Context, moderators, requireRole } from '../context.ts';
import { transaction } from '../db/transaction.ts';
import { Problem } from '../errors.ts';
import { spoken } from '../ids.ts';
import { parseInput } from '../parse-input.ts';
import { refuseRecused } from './decisions/two-persons.ts';
import { draftClue } from './draft-clue.ts';
import { proposeInput } from './input.ts';
import { openClueOf, saveDraft } from './store.ts';

/**
 * Proposes what an incident's ledger makes of a clue; proposing again renews the proposal. What is still missing for
 * verification is listed, not refused. Errors: not_enough_evidence (no location at all), same_person (the proposer sent
 * one of its reports, or is recused), already_done (it is verified), not_found, forbidden.
 */
export function proposeClue(ctx: Context, raw: unknown) {
  return transaction(ctx, async (ctx) => {
    const actor = requireRole(ctx, ...moderators);
    const { incidentId, kind, dismissedReportIds, reason } = parseInput(proposeInput, raw);
    const draft = await draftClue(ctx, incidentId, { kind, dismissed: dismissedReportIds, secondPerson: false });
    if (draft.incident.submitters.includes(actor.userId)) throw new Problem('same_person', { rule: 'submitter' });
    await refuseRecused(ctx, actor.userId, incidentId);
    const open = await openClueOf(ctx, incidentId);
    if (open?.state === 'verified') throw new Problem('already_done', { clue: spoken.clue(open.number) });
    const proposal = { proposedBy: actor.userId, proposedAt: ctx.now };
    const clue = open
      ? await saveDraft(ctx, open, { ...draft.values, ...proposal })
      : (
          await ctx.db
            .insert(clues)
            .values({ incidentId, state: 'proposed', ...draft.values, ...proposal })
            .returning()
        )[0]!;
    await ctx.db.insert(clueDecisions).values({
      clueId: clue.id,
      decision: 'propose',
      decidedBy: actor.userId,
      decidedAt: ctx.now,
      reason,
      clueVersion: clue.version,
    });
    await recordAudit(ctx, {
      action: 'clue.propose',
      subjectType: 'clue',
      subjectId: clue.id,
      reason,
      detail: {
        version: clue.version,
        incident: spoken.incident(draft.incident.number),
        evidenceClass: clue.evidenceClass,
        precisionClass: clue.precisionClass,
        missing: draft.missing,
        dismissedReportIds: draft.dismissedReportIds,
      },
    });
    return {
      clueId: clue.id,
      number: clue.number,
      version: clue.version,
      missing: draft.missing,
      grounds: clue.grounds,
    };
  });
}
