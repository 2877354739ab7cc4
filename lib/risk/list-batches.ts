import { type Context, requireRole } from '../context.ts';
import { type Audience, audiences } from './input.ts';
import { findPublication } from './store.ts';

export type Batch = {
  audience: Audience;
  last: { number: number; publishedAt: string; clueCount: number } | null;
};

/** The newest batch of each audience: an administrator's. */
export async function listBatches(ctx: Context): Promise<Batch[]> {
  requireRole(ctx, 'administrator');
  return Promise.all(
    audiences.map(async (audience): Promise<Batch> => {
      const found = await findPublication(ctx.db, audience);
      if (!found) return { audience, last: null };
      const { number, publishedAt, clueIds } = found;
      return { audience, last: { number, publishedAt: publishedAt.toISOString(), clueCount: clueIds.length } };
    }),
  );
}
