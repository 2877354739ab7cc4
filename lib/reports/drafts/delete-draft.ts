import { recordAudit } from '../../audit/record.ts';
import type { Context } from '../../context.ts';
import { transaction } from '../../db/transaction.ts';
import { Problem } from '../../errors.ts';
import { requireInterviewer } from './interviewers.ts';
import { dropDraft, lockDraft } from './store.ts';

/** Erases a draft of the own account with all that was typed. Throws `not_found`. */
export async function deleteDraft(ctx: Context, id: string): Promise<void> {
  const actor = requireInterviewer(ctx);
  await transaction(ctx, async (ctx) => {
    const row = await lockDraft(ctx.db, actor, id, ctx.now);
    if (!row) throw new Problem('not_found');
    await dropDraft(ctx.db, id);
    await recordAudit(ctx, { action: 'draft.delete', subjectType: 'report', subjectId: id });
  });
}
