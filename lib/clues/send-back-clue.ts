import { eq } from 'drizzle-orm';
import { clues } from '../../drizzle/schema/clues.ts';
import { recordAudit } from '../audit/record.ts';
import { type Context, moderators, requireRole } from '../context.ts';
import { transaction } from '../db/transaction.ts';
import { Problem } from '../errors.ts';
import { parseInput } from '../parse-input.ts';
import { decide } from './decide.ts';
import { refuseRecused } from './decisions/two-persons.ts';
import { sendBackInput } from './input.ts';
import { lockClue } from './store.ts';

/** The second person's not yet, with the reason. Errors: same_person (recused), stale_version, wrong_state, invalid_input, not_found, forbidden. */
export function sendBackClue(ctx: Context, raw: unknown) {
  return transaction(ctx, async (ctx) => {
    const actor = requireRole(ctx, ...moderators);
    const { clueId, version: basedOn, reason } = parseInput(sendBackInput, raw);
    const clue = await lockClue(ctx, clueId, basedOn);
    await refuseRecused(ctx, actor.userId, clue.incidentId);
    if (clue.state !== 'proposed') throw new Problem('wrong_state', { state: clue.state });
    const version = clue.version + 1;
    await ctx.db.update(clues).set({ state: 'sent_back', closedAt: ctx.now, version }).where(eq(clues.id, clueId));
    await decide(ctx, { clueId, decision: 'send_back', version, reason });
    await recordAudit(ctx, {
      action: 'clue.send_back',
      subjectType: 'clue',
      subjectId: clueId,
      reason,
      detail: { version },
    });
    return { clueId, number: clue.number, version, state: 'sent_back' as const };
  });
}
