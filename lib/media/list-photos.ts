import { type Context, moderators, requireRole } from '../context.ts';
import { photosOf } from './store.ts';

/** What triage weighs of a report's photos; `number` counts from 1. */
export type PhotoFacts = {
  id: string;
  reportId: string;
  number: number;
  width: number;
  height: number;
  boxes: number;
  reviewed: boolean;
  version: number;
  sha256: string;
  perceptualHash: bigint | null;
};

/** The photos of reports, for moderators: facts, no picture. Throws `forbidden`. */
export async function listPhotos(ctx: Context, reportIds: readonly string[]): Promise<PhotoFacts[]> {
  requireRole(ctx, ...moderators);
  return photoFacts(ctx, reportIds);
}

/** The same for a policy that runs without a moderator. */
export async function photoFacts(ctx: Pick<Context, 'db'>, reportIds: readonly string[]): Promise<PhotoFacts[]> {
  const rows = await photosOf(ctx.db, reportIds);
  return rows.map(({ id, reportId, position, width, height, boxes, reviewedAt, version, sha256, perceptualHash }) => ({
    id,
    reportId: reportId!,
    number: position + 1,
    width,
    height,
    boxes: boxes.length,
    reviewed: reviewedAt !== null,
    version,
    sha256,
    perceptualHash,
  }));
}
