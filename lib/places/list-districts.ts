import type { Context } from '../context.ts';
import { compareNames } from '../i18n/formats.ts';
import { loadViews, toView } from './load-views.ts';
import type { PlaceView } from './place-view.ts';
import { findIdsOfKind } from './store.ts';

/** Every district, in the alphabet of the reader's language. Open to everybody. */
export async function listDistricts(ctx: Context, locale: string = 'en'): Promise<PlaceView[]> {
  const views = await loadViews(ctx, await findIdsOfKind(ctx.db, 'district'), locale);
  // The embedded database has no collations of its own.
  const inOrder = compareNames(locale === 'other' ? 'en' : locale);
  return views.map(toView).sort((a, b) => inOrder(a.label, b.label));
}
