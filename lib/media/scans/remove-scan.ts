import { recordAudit } from '../../audit/record.ts';
import { type Context, moderators, requireRole } from '../../context.ts';
import { transaction } from '../../db/transaction.ts';
import { Problem } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { removeScanInput } from '../input.ts';
import { deleteScan, lockedReportState, scansOf } from './store.ts';

/**
 * Deletes a scan for good: one of another case, or with names on it. Claims that were read off it stay, without it; the
 * audit row keeps the reason and the picture's digest. Errors: forbidden, not_found, invalid_input (`reason`).
 */
export async function removeScan(ctx: Context, raw: unknown) {
  requireRole(ctx, ...moderators);
  const { reportId, scanId, reason } = parseInput(removeScanInput, raw);
  return transaction(ctx, async (ctx) => {
    await lockedReportState(ctx.db, reportId);
    const scan = (await scansOf(ctx.db, reportId)).find(({ id }) => id === scanId);
    if (!scan) throw new Problem('not_found');
    await deleteScan(ctx.db, scanId);
    await recordAudit(ctx, {
      action: 'report.remove_scan',
      subjectType: 'report',
      subjectId: reportId,
      reason,
      detail: { scanId, sha256: scan.sha256 },
    });
    return { reportId, scanId };
  });
}
