import type { Context } from '../../../lib/context.ts';
import type { Locale } from '../../../lib/i18n/locales.ts';
import { listPlaces } from '../../../lib/places/list-places.ts';
import { namesIn, type PlaceView } from '../../../lib/places/place-view.ts';
import type { MapName } from './map-feature.ts';

const ranks = { city: 1, town: 1, village: 2, other: 3, district: 3 } as const;
// Who comes first finds room for its name.
const order = ['city', 'town', 'village', 'other', 'district'];

/** The gazetteer's settlements with both names, the reader's first. */
export async function mapNames(ctx: Context, locale: Locale): Promise<MapName[]> {
  const places = await listPlaces(ctx, { locale, limit: 3000 });
  const citiesFirst = places.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  return citiesFirst
    .flatMap((place) =>
      place.lngLat ? [{ id: place.id, name: bothNames(place, locale), ...place.lngLat, rank: ranks[place.kind] }] : [],
    )
    .sort((a, b) => a.rank - b.rank);
}

/** Azerbaijani and Armenian name side by side; English and Russian carry theirs in that language already. */
export function bothNames({ label, names }: Pick<PlaceView, 'label' | 'names'>, locale: Locale): string {
  const [own = label, second] = namesIn(names, locale);
  const other = locale === 'az' ? names.hy[0] : locale === 'hy' ? names.az[0] : second;
  return other && other !== own ? `${own} / ${other}` : own;
}
