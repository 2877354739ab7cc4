import { type Context, moderators, requireRole } from '../../context.ts';
import { Problem } from '../../errors.ts';
import { loadScan, type ScanOwner, scansOf } from './store.ts';

/** The scanned maps and sketches of a report or a minefield record, for moderators; sizes in pixels of the kept picture, `number` from 1. */
export async function listScans(ctx: Context, owner: ScanOwner) {
  requireRole(ctx, ...moderators);
  const scans = await scansOf(ctx.db, owner);
  return scans.map(({ id, width, height }, i) => ({ id, number: i + 1, width, height }));
}
export type ScanView = Awaited<ReturnType<typeof listScans>>[number];

/** The bytes (JPEG) of a scan of this owner, for moderators. Errors: not_found, forbidden. */
export async function getScan(ctx: Context, owner: ScanOwner, scanId: string): Promise<Buffer> {
  requireRole(ctx, ...moderators);
  const bytes = await loadScan(ctx.db, owner, scanId);
  if (!bytes) throw new Problem('not_found');
  return bytes;
}
