import type { Context } from '../context.ts';
import { fromPosition } from '../geo/lng-lat.ts';
import { noNames, type PlaceNames, type PlaceView, placeLabel } from './place-view.ts';
import type { RankedName } from './rank-places.ts';
import { loadNames, loadPlaces } from './store.ts';

export type LoadedPlace = PlaceView & { rankedNames: RankedName[] };

/** Views of places in the order of the ids, with their districts; unknown ids are left out. */
export async function loadViews(ctx: Context, ids: readonly string[], locale: string): Promise<LoadedPlace[]> {
  if (ids.length === 0) return [];
  const rows = await loadPlaces(ctx.db, ids);
  const districtIds = [...new Set(rows.flatMap(({ districtId }) => districtId ?? []))];
  const districts = districtIds.length > 0 ? await loadPlaces(ctx.db, districtIds) : [];
  const names = await loadNames(ctx.db, [...new Set([...ids, ...districtIds])]);
  const byPlace = Map.groupBy(names, ({ placeId }) => placeId);
  const namesOf = (id: string): PlaceNames => {
    const all = noNames();
    for (const { language, name } of byPlace.get(id) ?? []) all[language].push(name);
    return all;
  };
  const byId = new Map(rows.map((row) => [row.id, row]));
  const districtOf = (id: string | null): PlaceView['district'] => {
    const row = districts.find((district) => district.id === id);
    if (!row) return null;
    const given = namesOf(row.id);
    return { id: row.id, label: placeLabel(given, locale), iso: row.iso, names: given };
  };
  return ids.flatMap((id) => {
    const row = byId.get(id);
    if (!row) return [];
    const { districtId, position, ...rest } = row;
    const given = namesOf(id);
    return {
      ...rest,
      label: placeLabel(given, locale),
      names: given,
      district: districtOf(districtId),
      lngLat: position?.type === 'Point' ? fromPosition(position.coordinates) : null,
      rankedNames: byPlace.get(id) ?? [],
    };
  });
}

export const toView = ({ rankedNames: _, ...view }: LoadedPlace): PlaceView => view;
