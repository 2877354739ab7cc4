import { recordAudit } from '../../audit/record.ts';
import { type Context, moderators, requireRole } from '../../context.ts';
import { transaction } from '../../db/transaction.ts';
import { Problem } from '../../errors.ts';
import { isId, newId } from '../../ids.ts';
import { mostScans } from '../input.ts';
import { processPhoto } from '../process-photo.ts';
import { insertScan, lockedState, type ScanOwner, scansOf } from './store.ts';

/**
 * Keeps a scanned map or sketch beside a report or a minefield record, encoded anew and encrypted; the same file again answers the scan that
 * is there. `bytes` is null where the upload was cut off as too large.
 * Errors: forbidden, not_found, wrong_state (withdrawn, superseded), invalid_input (`file`: a PhotoRefusal, scan_too_many).
 */
export async function addScan(ctx: Context, owner: ScanOwner, bytes: Buffer | null) {
  const actor = requireRole(ctx, ...moderators);
  const refused = (key: string) => new Problem('invalid_input', { fields: { file: key } });
  const [subjectType, subjectId] =
    'reportId' in owner ? (['report', owner.reportId] as const) : (['record', owner.recordId] as const);
  if (!isId(subjectId)) throw new Problem('not_found');
  if (!bytes) throw refused('photo_too_large');
  const done = await processPhoto(bytes);
  if (typeof done === 'string') throw refused(done);
  return transaction(ctx, async (ctx) => {
    const state = await lockedState(ctx.db, owner);
    if (!state) throw new Problem('not_found');
    if (state === 'withdrawn' || state === 'superseded') throw new Problem('wrong_state', { state });
    const there = await scansOf(ctx.db, owner);
    const same = there.find(({ sha256 }) => sha256 === done.sha256);
    if (same) return { id: same.id, width: same.width, height: same.height };
    if (there.length >= mostScans) throw refused('scan_too_many');
    const { sha256, width, height, kept } = done;
    const scan = {
      ...{ reportId: null, recordId: null, ...owner },
      ...{ id: newId(), sha256, width, height, bytes: kept.length },
      ...{ addedBy: actor.userId, createdAt: ctx.now },
    };
    await insertScan(ctx.db, scan, kept);
    await recordAudit(ctx, {
      action: `${subjectType}.add_scan`,
      subjectType,
      subjectId,
      detail: { scanId: scan.id, width, height },
    });
    return { id: scan.id, width, height };
  });
}
