import { recordAudit } from '../../audit/record.ts';
import { type Context, moderators, requireRole } from '../../context.ts';
import { transaction } from '../../db/transaction.ts';
import { Problem } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { boxesInput, type PhotoBox, photoActInput } from '../input.ts';
import { actsOf, insertAct, loadPicture, lockPhoto, type PhotoRow, savePhoto, saveRedacted } from '../store.ts';
import { afterActs, standing } from './acts.ts';
import { destroyPixels } from './destroy-pixels.ts';

export type Redacted = { photoId: string; reportId: string; version: number; boxes: PhotoBox[]; reviewed: boolean };

/**
 * Sets the boxes of a photo, which thereby is reviewed; the copy that goes out is made anew, the kept one untouched.
 * Errors: stale_version, not_found, invalid_input (a box outside the photo), forbidden.
 */
export function setPhotoBoxes(ctx: Context, raw: unknown): Promise<Redacted> {
  const { boxes, ...edit } = parseInput(boxesInput, raw);
  return act(ctx, edit, (photo) => {
    const outside = boxes.some(({ x, y, width, height }) => x + width > photo.width || y + height > photo.height);
    if (outside) throw new Problem('invalid_input', { fields: { boxes: 'box_invalid' } });
    return { act: 'boxes', boxes, aboutId: null };
  });
}

/** Nothing on the photo has to be hidden. Errors: stale_version, wrong_state (it has boxes), not_found, forbidden. */
export function passPhoto(ctx: Context, raw: unknown): Promise<Redacted> {
  return act(ctx, parseInput(photoActInput, raw), (photo) => {
    if (photo.boxes.length > 0) throw new Problem('wrong_state');
    return { act: 'reviewed', boxes: [], aboutId: null };
  });
}

/** Takes the last standing act back. Errors: stale_version, wrong_state (there is none), not_found, forbidden. */
export function undoPhotoAct(ctx: Context, raw: unknown): Promise<Redacted> {
  return act(ctx, parseInput(photoActInput, raw), (_photo, acts) => {
    const live = standing(acts);
    const last = live.at(-1);
    if (!last) throw new Problem('wrong_state');
    return { act: 'undo', boxes: live.at(-2)?.boxes ?? [], aboutId: last.id };
  });
}

type Acts = Awaited<ReturnType<typeof actsOf>>;
type Next = { act: 'boxes' | 'reviewed' | 'undo'; boxes: PhotoBox[]; aboutId: string | null };

function act(
  ctx: Context,
  { photoId, version }: { photoId: string; version: number },
  decide: (photo: PhotoRow, acts: Acts) => Next,
): Promise<Redacted> {
  const { userId } = requireRole(ctx, ...moderators);
  return transaction(ctx, async (ctx) => {
    const photo = await lockPhoto(ctx.db, photoId);
    if (!photo?.reportId) throw new Problem('not_found');
    const acts = await actsOf(ctx.db, photoId);
    if (photo.version !== version) throw staleSince(photo, acts);
    const next = decide(photo, acts);
    await insertAct(ctx.db, { ...next, photoId, byUserId: userId, at: ctx.now });
    const after = afterActs(await actsOf(ctx.db, photoId));
    const kept = after.reviewedAt && (await loadPicture(ctx.db, photoId, 'kept'));
    if (after.reviewedAt && !kept) throw new Problem('unavailable');
    await saveRedacted(ctx.db, photoId, kept ? await destroyPixels(kept, after.boxes) : null);
    await savePhoto(ctx.db, photoId, { ...after, version: version + 1 });
    await recordAudit(ctx, {
      action: `photo.${next.act}`,
      subjectType: 'report',
      subjectId: photo.reportId,
      detail: { photo: photo.position + 1, boxes: after.boxes.length, reviewed: after.reviewedAt !== null },
    });
    return {
      photoId,
      reportId: photo.reportId,
      version: version + 1,
      boxes: after.boxes,
      reviewed: after.reviewedAt !== null,
    };
  });
}

function staleSince(photo: PhotoRow, acts: Acts): Problem {
  const edits = acts
    .slice(-1)
    .map(({ act, at }) => ({ action: `photo.${act}`, at: at.toISOString(), by: null, detail: {} }));
  return new Problem('stale_version', { version: photo.version, changed: { edits } });
}
