import type { Context } from '../context.ts';
import type { Bbox } from '../geo/bbox.ts';
import type { PlaceKind } from './input.ts';
import { loadViews, toView } from './load-views.ts';
import type { PlaceView } from './place-view.ts';
import { findLocatedIds } from './store.ts';

const settlements: readonly PlaceKind[] = ['city', 'town', 'village', 'other'];

/** The located places of a box, for a map without tiles. Open to everybody. */
export async function listPlaces(
  ctx: Context,
  { bbox, kinds = settlements, locale = 'en', limit = 500 }: ListQuery = {},
): Promise<PlaceView[]> {
  const ids = await findLocatedIds(ctx.db, bbox, kinds, limit);
  return (await loadViews(ctx, ids, locale)).map(toView);
}

type ListQuery = { bbox?: Bbox; kinds?: readonly PlaceKind[]; locale?: string; limit?: number };
