import type { Context } from '../context.ts';
import { loadViews, toView } from './load-views.ts';

/** Many at once, in the order asked; unknown ids are left out. */
export async function getPlaces(ctx: Context, ids: readonly string[], locale: string = 'en') {
  return (await loadViews(ctx, [...new Set(ids)], locale)).map(toView);
}
