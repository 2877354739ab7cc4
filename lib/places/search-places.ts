import type { Context } from '../context.ts';
import { parseInput } from '../parse-input.ts';
import { foldName } from './fold.ts';
import { placeQuery } from './input.ts';
import { loadViews, toView } from './load-views.ts';
import type { PlaceView } from './place-view.ts';
import { rankPlaces } from './rank-places.ts';
import { findCandidateIds } from './store.ts';

export type PlaceHit = PlaceView & { matchedName: string };

/**
 * Places whose name in any language answers `q`, the best first; whole, begun, or half remembered. Open to everybody.
 * Two places of one name are both there: kind and district tell them apart. Throws `invalid_input`.
 */
export async function searchPlaces(
  ctx: Context,
  raw: { q: string; locale?: string; limit?: number | string },
): Promise<PlaceHit[]> {
  const { q, locale, limit } = parseInput(placeQuery, raw);
  if (q === '') return [];
  const question = foldName(q);
  const candidates = await loadViews(ctx, await findCandidateIds(ctx.db, question), locale);
  const ranked = rankPlaces(
    question,
    candidates.map((view) => ({ id: view.id, kind: view.kind, names: view.rankedNames, view })),
    limit,
  );
  return ranked.map(({ place, matchedName }) => ({ ...toView(place.view), matchedName }));
}
