import { recordAudit } from '../../audit/record.ts';
import { type Context, moderators, requireRole } from '../../context.ts';
import { transaction } from '../../db/transaction.ts';
import { Problem } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { removeScanInput } from '../input.ts';
import { deleteScan, lockedState, type ScanOwner, scansOf } from './store.ts';

/**
 * Deletes a scan for good: one of another case or paper, or with names on it. Claims that were read off it stay, without it; the
 * audit row keeps the reason and the picture's digest. Errors: forbidden, not_found, invalid_input (`reason`).
 */
export async function removeScan(ctx: Context, raw: unknown) {
  requireRole(ctx, ...moderators);
  const { reportId, recordId, scanId, reason } = parseInput(removeScanInput, raw);
  const owner: ScanOwner | undefined = reportId ? { reportId } : recordId ? { recordId } : undefined;
  if (!owner) throw new Problem('not_found');
  const subjectType = reportId ? 'report' : 'record';
  return transaction(ctx, async (ctx) => {
    await lockedState(ctx.db, owner);
    const scan = (await scansOf(ctx.db, owner)).find(({ id }) => id === scanId);
    if (!scan) throw new Problem('not_found');
    await deleteScan(ctx.db, scanId);
    await recordAudit(ctx, {
      action: `${subjectType}.remove_scan`,
      subjectType,
      subjectId: (reportId ?? recordId)!,
      reason,
      detail: { scanId, sha256: scan.sha256 },
    });
    return { ...owner, scanId };
  });
}
