import { cellToLatLng } from 'h3-js';
import type { Context } from '../context.ts';
import { distanceMetres } from '../geo/distance.ts';
import { h3Name } from '../geo/hex-grid.ts';
import type { LngLat } from '../geo/lng-lat.ts';
import { listPlaces } from '../places/list-places.ts';
import { currentEvidence } from './current-evidence.ts';
import { explained, type PlaceExplanation } from './explain-place.ts';
import { askNext } from './model/knowledge/ask-next.ts';

const listed = 20;
// Whoever lives there may know: beyond, there is nobody to ask.
const askableMetres = 8_000;

/** Whom to ask next: a settlement, and why the likeliest of the unknown cells around it stands where it stands. */
export type PlaceQuestion = {
  rank: number;
  place: string;
  district: string | null;
  distanceMetres: number;
  lngLat: LngLat;
  why: PlaceExplanation;
};

/** Settlements by what one more report from around them would teach most; stable. Moderators' only: forbidden, not_signed_in. */
export async function listQuestions(ctx: Context, locale: string): Promise<PlaceQuestion[]> {
  const current = await currentEvidence(ctx);
  if (!current) return [];
  const { surface, evidence } = current;
  const places = (await listPlaces(ctx, { locale, limit: 5000 })).filter(({ lngLat }) => lngLat !== null);
  const chosen = new Map<string, PlaceQuestion>();
  for (const { index, cell } of askNext(surface, surface.cells.length, evidence.parameters.ignoranceWeight)) {
    if (chosen.size >= listed) break;
    const [lat, lng] = cellToLatLng(h3Name(cell));
    let [nearest, metres] = [places[0], askableMetres];
    for (const place of places) {
      const distance = distanceMetres({ lng, lat }, place.lngLat!);
      if (distance < metres) [nearest, metres] = [place, distance];
    }
    if (!nearest || metres >= askableMetres || chosen.has(nearest.id)) continue;
    chosen.set(nearest.id, {
      rank: chosen.size + 1,
      place: nearest.label,
      district: nearest.district?.label ?? null,
      distanceMetres: metres,
      lngLat: { lng, lat },
      why: explained(current, index),
    });
  }
  return [...chosen.values()];
}
