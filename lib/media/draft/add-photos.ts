import { recordAudit } from '../../audit/record.ts';
import type { Context } from '../../context.ts';
import { transaction } from '../../db/transaction.ts';
import { Problem } from '../../errors.ts';
import { newId } from '../../ids.ts';
import { mostPhotos } from '../input.ts';
import type { PhotoRefusal } from '../photo-kind.ts';
import { type Processed, processPhoto } from '../process-photo.ts';
import { draftRows, insertPhoto, lockDraft, unsentBytes } from '../store.ts';

/** All photos that nobody has sent yet, together. */
const unsentLimitBytes = 2_000_000_000;

export type AddedPhotos = {
  added: { id: string; sha256: string }[];
  /** Per file that was not taken, by its place in the list; `photo_too_many` for those above the limit. */
  refused: { index: number; refusal: PhotoRefusal | 'photo_too_many' }[];
};

/**
 * Keeps photos beside a report that is not sent yet, whose id only the holder of its seal knows. A file that is there
 * already is not kept twice; null stands for one that was too large to read. Throws `unavailable`, `wrong_state` (sent).
 */
export async function addPhotos(
  ctx: Context,
  draftId: string,
  files: readonly (Buffer | null)[],
): Promise<AddedPhotos> {
  if ((await unsentBytes(ctx.db)) > unsentLimitBytes) throw new Problem('unavailable', { retryAfterSeconds: 600 });
  const refused: AddedPhotos['refused'] = [];
  const good: { index: number; photo: Processed }[] = [];
  for (const [index, file] of files.entries()) {
    const result = index >= mostPhotos ? 'photo_too_many' : file ? await processPhoto(file) : 'photo_too_large';
    if (typeof result === 'string') refused.push({ index, refusal: result });
    else good.push({ index, photo: result });
  }
  return transaction(ctx, async (ctx) => {
    await lockDraft(ctx.db, draftId);
    const rows = await draftRows(ctx.db, draftId);
    if (good.length > 0 && rows.some(({ reportId }) => reportId !== null)) throw new Problem('wrong_state');
    const known = new Map(rows.map(({ sha256, id }) => [sha256, id]));
    const added: AddedPhotos['added'] = [];
    let count = 0;
    for (const { index, photo } of good) {
      const { sha256 } = photo;
      const before = known.get(sha256);
      if (before === undefined && known.size >= mostPhotos) {
        refused.push({ index, refusal: 'photo_too_many' });
        continue;
      }
      const id = before ?? newId();
      added.push({ id, sha256 });
      if (before !== undefined) continue;
      known.set(sha256, id);
      const position = (rows.at(-1)?.position ?? -1) + 1 + count;
      await insertPhoto(ctx.db, { id, draftId, position, createdAt: ctx.now }, photo);
      count += 1;
    }
    if (count > 0)
      await recordAudit(ctx, { action: 'photo.add', subjectType: 'report', subjectId: draftId, detail: { count } });
    return { added, refused };
  });
}
