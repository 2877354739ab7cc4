import type { Context } from '../context.ts';
import { Problem } from '../errors.ts';
import { loadViews, toView } from './load-views.ts';
import type { PlaceView } from './place-view.ts';

/** One place of the gazetteer, open to everybody. Throws `not_found`. */
export async function getPlace(ctx: Context, id: string, locale: string = 'en'): Promise<PlaceView> {
  const [place] = await loadViews(ctx, [id], locale);
  if (!place) throw new Problem('not_found');
  return toView(place);
}

/** Many at once, in the order asked; unknown ids are left out. */
export async function getPlaces(ctx: Context, ids: readonly string[], locale: string = 'en') {
  return (await loadViews(ctx, [...new Set(ids)], locale)).map(toView);
}
