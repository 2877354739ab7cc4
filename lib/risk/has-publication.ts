import type { Context } from '../context.ts';
import type { Audience } from './input.ts';
import { findPublication } from './store.ts';

/** Whether an audience's first batch has run; tells nothing of what is in it. */
export const hasPublication = async (ctx: Context, audience: Audience): Promise<boolean> =>
  (await findPublication(ctx.db, audience)) !== undefined;
