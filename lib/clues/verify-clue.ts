import { eq } from 'drizzle-orm';
import { clues } from '../../drizzle/schema/clues.ts';
import { recordAudit } from '../audit/record.ts';
import { type Context, moderators, requireRole } from '../context.ts';
import { transaction } from '../db/transaction.ts';
import { Problem } from '../errors.ts';
import { parseInput } from '../parse-input.ts';
import { carryReports } from '../triage/carry-reports.ts';
import { decide } from './decide.ts';
import { refusalOf } from './decisions/two-persons.ts';
import { differences } from './differences.ts';
import { draftClue } from './draft-clue.ts';
import { verifyInput } from './input.ts';
import { lockClue, proposalOf } from './store.ts';

/**
 * The second person's yes. All conditions are computed again from the ledger as it stands.
 * Errors: stale_version (`changed`: edits, or values of the ledger that moved since the proposal), wrong_state,
 * same_person (`rule`: why this person may not be the second), not_enough_evidence (`missing`), not_found, forbidden.
 */
export function verifyClue(ctx: Context, raw: unknown) {
  return transaction(ctx, async (ctx) => {
    const actor = requireRole(ctx, ...moderators);
    const { clueId, version: basedOn, reason } = parseInput(verifyInput, raw);
    const clue = await lockClue(ctx, clueId, basedOn);
    if (clue.state !== 'proposed') throw new Problem('wrong_state', { state: clue.state });
    const dismissed = await proposalOf(ctx, clueId);
    const draft = await draftClue(ctx, clue.incidentId, { kind: clue.kind, dismissed, secondPerson: true });
    const rule = await refusalOf(ctx, actor.userId, clue.proposedBy, draft.incident);
    if (rule) throw new Problem('same_person', { rule });
    const changed = differences(clue, draft.values);
    if (Object.keys(changed).length > 0) throw new Problem('stale_version', { version: clue.version, changed });
    if (draft.missing.length > 0)
      throw new Problem('not_enough_evidence', { missing: draft.missing, grounds: draft.values.grounds });
    const version = clue.version + 1;
    await ctx.db
      .update(clues)
      .set({ state: 'verified', grounds: draft.values.grounds, verifiedBy: actor.userId, verifiedAt: ctx.now, version })
      .where(eq(clues.id, clueId));
    await decide(ctx, { clueId, decision: 'verify', version, reason });
    await recordAudit(ctx, {
      action: 'clue.verify',
      subjectType: 'clue',
      subjectId: clueId,
      reason,
      detail: { version },
    });
    await carryReports(ctx, draft.incident.reports, 'verified_clue', clue.number);
    return { clueId, number: clue.number, version, state: 'verified' as const };
  });
}
