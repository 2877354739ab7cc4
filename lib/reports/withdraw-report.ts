import { recordAudit } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { transaction } from '../db/transaction.ts';
import { erasePhotos } from '../media/erase-photos.ts';
import { dropDraft } from './drafts/store.ts';
import { reportOfReceipt } from './follow-up.ts';
import { closeWithdrawn, lockState } from './store.ts';

/**
 * Whoever holds the receipt takes the report back: personal data go, what moderators typed about it too, no later export
 * has it. Again changes nothing.
 * Throws `invalid_input`, `not_found`.
 */
export async function withdrawReport(ctx: Context, typedCode: string): Promise<void> {
  await transaction(ctx, async (ctx) => {
    const report = await reportOfReceipt(ctx, typedCode);
    const { id } = report;
    const state = await lockState(ctx.db, id);
    if (state === 'withdrawn') return;
    await closeWithdrawn(ctx.db, report, ctx.now);
    await erasePhotos(ctx, id);
    // what an interview left of it for another like it
    await dropDraft(ctx.db, id);
    await recordAudit(
      { ...ctx, actor: { type: 'receipt', reportId: id } },
      { action: 'report.withdraw', subjectType: 'report', subjectId: id, detail: { from: state } },
    );
  });
}
