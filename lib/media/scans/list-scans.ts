import { type Context, moderators, requireRole } from '../../context.ts';
import { Problem } from '../../errors.ts';
import { loadScan, scansOf } from './store.ts';

/** The scanned maps and sketches of a report, for moderators; sizes in pixels of the kept picture, `number` from 1. */
export async function listScans(ctx: Context, reportId: string) {
  requireRole(ctx, ...moderators);
  const scans = await scansOf(ctx.db, reportId);
  return scans.map(({ id, width, height }, i) => ({ id, number: i + 1, width, height }));
}
export type ScanView = Awaited<ReturnType<typeof listScans>>[number];

/** The bytes (JPEG) of a scan of this report, for moderators. Errors: not_found, forbidden. */
export async function getScan(ctx: Context, reportId: string, scanId: string): Promise<Buffer> {
  requireRole(ctx, ...moderators);
  const bytes = await loadScan(ctx.db, reportId, scanId);
  if (!bytes) throw new Problem('not_found');
  return bytes;
}
