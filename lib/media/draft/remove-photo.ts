import { recordAudit } from '../../audit/record.ts';
import type { Context } from '../../context.ts';
import { transaction } from '../../db/transaction.ts';
import { deletePhotos, draftRows, lockDraft } from '../store.ts';

/** Deletes a photo from beside a report that is not sent yet; one that is gone or sent already is left as it is. */
export function removePhoto(ctx: Context, draftId: string, photoId: string): Promise<void> {
  return transaction(ctx, async (ctx) => {
    await lockDraft(ctx.db, draftId);
    const row = (await draftRows(ctx.db, draftId)).find(({ id }) => id === photoId);
    if (!row || row.reportId !== null) return;
    await deletePhotos(ctx.db, [row.id]);
    await recordAudit(ctx, { action: 'photo.remove', subjectType: 'report', subjectId: draftId, detail: {} });
  });
}
