import { type Context, moderators, requireRole } from '../context.ts';
import { listScans, type ScanView } from '../media/scans/list-scans.ts';
import { loadRecords } from './store.ts';

export type RecordScan = ScanView & { recordId: string };

/**
 * Images of the paper of a record, its own first, then those of the records that it corrects: it is the same paper. Moderators'
 * only, since names may stand on it. Errors: forbidden, not_signed_in.
 */
export async function listRecordScans(ctx: Context, recordId: string): Promise<RecordScan[]> {
  requireRole(ctx, ...moderators);
  const found: RecordScan[] = [];
  for (let id: string | null = recordId; id !== null; ) {
    const owner: string = id;
    found.push(...(await listScans(ctx, { recordId: owner })).map((scan) => ({ ...scan, recordId: owner })));
    id = (await loadRecords(ctx, { id: owner }))[0]?.correctsId ?? null;
  }
  return found.map((scan, i) => ({ ...scan, number: i + 1 }));
}
