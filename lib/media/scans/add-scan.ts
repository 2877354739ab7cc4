import { recordAudit } from '../../audit/record.ts';
import { type Context, moderators, requireRole } from '../../context.ts';
import { transaction } from '../../db/transaction.ts';
import { Problem } from '../../errors.ts';
import { isId, newId } from '../../ids.ts';
import { mostScans } from '../input.ts';
import { processPhoto } from '../process-photo.ts';
import { insertScan, lockedReportState, scansOf } from './store.ts';

/**
 * Keeps a scanned map or sketch beside a report, encoded anew and encrypted; the same file again answers the scan that
 * is there. `bytes` is null where the upload was cut off as too large.
 * Errors: forbidden, not_found, wrong_state (withdrawn), invalid_input (`file`: a PhotoRefusal, scan_too_many).
 */
export async function addScan(ctx: Context, reportId: string, bytes: Buffer | null) {
  const actor = requireRole(ctx, ...moderators);
  const refused = (key: string) => new Problem('invalid_input', { fields: { file: key } });
  if (!isId(reportId)) throw new Problem('not_found');
  if (!bytes) throw refused('photo_too_large');
  const done = await processPhoto(bytes);
  if (typeof done === 'string') throw refused(done);
  return transaction(ctx, async (ctx) => {
    const state = await lockedReportState(ctx.db, reportId);
    if (!state) throw new Problem('not_found');
    if (state === 'withdrawn' || state === 'superseded') throw new Problem('wrong_state', { state });
    const there = await scansOf(ctx.db, reportId);
    const same = there.find(({ sha256 }) => sha256 === done.sha256);
    if (same) return { id: same.id, width: same.width, height: same.height };
    if (there.length >= mostScans) throw refused('scan_too_many');
    const { sha256, width, height, kept } = done;
    const scan = {
      ...{ id: newId(), reportId, sha256, width, height, bytes: kept.length },
      ...{ addedBy: actor.userId, createdAt: ctx.now },
    };
    await insertScan(ctx.db, scan, kept);
    await recordAudit(ctx, {
      action: 'report.add_scan',
      subjectType: 'report',
      subjectId: reportId,
      detail: { scanId: scan.id, width, height },
    });
    return { id: scan.id, width, height };
  });
}
