import type { Context } from '../context.ts';
import type { LngLat } from '../geo/lng-lat.ts';
import { loadViews, toView } from './load-views.ts';
import type { PlaceView } from './place-view.ts';
import { findNearestIds } from './store.ts';

export type NearPlace = PlaceView & { distanceMetres: number };

/** The settlements nearest to a place, the nearest first; none when the gazetteer has none so near. */
export async function nearestPlaces(
  ctx: Context,
  here: LngLat,
  { withinMetres = 10_000, limit = 3, locale = 'en' }: NearestQuery = {},
): Promise<NearPlace[]> {
  const near = await findNearestIds(ctx.db, here, withinMetres, limit);
  const views = await loadViews(
    ctx,
    near.map(({ id }) => id),
    locale,
  );
  return views.map((view, i) => ({ ...toView(view), distanceMetres: near[i]!.distanceMetres }));
}

type NearestQuery = { withinMetres?: number; limit?: number; locale?: string };
