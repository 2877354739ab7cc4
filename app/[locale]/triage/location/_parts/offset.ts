import type { Context } from '../../../../../lib/context.ts';
import { unknownDatumMetres } from '../../../../../lib/geo/datum.ts';
import { bearingDegrees, destination } from '../../../../../lib/geo/distance.ts';
import { type LngLat, type PointGeometry, pointGeometry } from '../../../../../lib/geo/lng-lat.ts';
import { type CompassPoint, compassDegrees, compassPoints } from '../../../../../lib/geo/offset.ts';
import {
  type DirectionPrecision,
  directionPrecisions,
  distancePrecisionMetres,
  offsetErrorMetres,
} from '../../../../../lib/geo/offset-error.ts';
import type { Locale } from '../../../../../lib/i18n/locales.ts';
import { getPlaces } from '../../../../../lib/places/get-places.ts';
import type { PlaceView } from '../../../../../lib/places/place-view.ts';
import { searchPlaces } from '../../../../../lib/places/search-places.ts';

/** What the offset builder's fields say; all of it stands in the page's address. */
export const offsetNames = [
  'from',
  'place',
  'distance',
  'unit',
  'direction',
  'towards',
  'precision',
  'extent',
] as const;
export type OffsetFields = Partial<Record<(typeof offsetNames)[number], string>>;

export const offsetFieldsOf = (given: Record<string, string | undefined>): OffsetFields =>
  Object.fromEntries(offsetNames.flatMap((name) => (given[name] === undefined ? [] : [[name, given[name]]])));

export type BuiltOffset = {
  place: PlaceView;
  radiusMetres: number;
  /** As it is saved, errors included. */
  claim: {
    geometry: PointGeometry;
    uncertaintyMetres: number;
    bearingDegrees: number;
    distanceMetres: number;
    directionErrorDegrees: number;
    distanceErrorMetres: number;
    startErrorMetres: number;
  };
  /** The terms of the sum, in metres and degrees. */
  terms: { extent: number; coordinates: number; distance: number; degrees: number };
};
export type OffsetAnswer =
  | { ok: true; built: BuiltOffset; hits: PlaceView[] }
  | { ok: false; field: 'from' | 'distance' | 'direction'; key: string; hits: PlaceView[] };

const decimal = (text: string | undefined): number => Number((text ?? '').replace(',', '.'));

/** "2 km north of X, towards Y" as a point with its sum of errors and the wedge that the words leave open. */
export async function buildOffset(ctx: Context, locale: Locale, fields: OffsetFields): Promise<OffsetAnswer> {
  const named = fields.from ? await searchPlaces(ctx, { q: fields.from, locale, limit: 6 }) : [];
  const hits: PlaceView[] = named.filter(({ lngLat }) => lngLat !== null);
  const [chosen] = fields.place ? await getPlaces(ctx, [fields.place], locale) : [];
  const place = hits.find(({ id }) => id === chosen?.id) ?? hits[0];
  if (!place?.lngLat) return { ok: false, field: 'from', key: 'place_required', hits };
  const distanceMetres = decimal(fields.distance) * (fields.unit === 'm' ? 1 : 1000);
  if (!(distanceMetres > 0 && distanceMetres <= 50_000))
    return { ok: false, field: 'distance', key: 'distance_invalid', hits };
  const origin = place.lngLat;
  const bearing = await bearingOf(ctx, locale, fields, origin);
  if (bearing === null) return { ok: false, field: 'direction', key: 'direction_required', hits };
  const precision: DirectionPrecision =
    fields.precision && fields.precision in directionPrecisions ? (fields.precision as DirectionPrecision) : 'eighth';
  const extent = Math.max(0, decimal(fields.extent) || 0);
  const told = {
    distanceMetres,
    distanceErrorMetres: distancePrecisionMetres(distanceMetres),
    directionErrorDegrees: directionPrecisions[precision],
    extentMetres: extent,
    coordinateErrorMetres: place.uncertaintyMetres ?? unknownDatumMetres,
    datumErrorMetres: 0,
  };
  const radiusMetres = Math.ceil(offsetErrorMetres(told));
  const built = {
    place,
    radiusMetres,
    claim: {
      geometry: pointGeometry(destination(origin, bearing, distanceMetres)),
      uncertaintyMetres: radiusMetres,
      bearingDegrees: bearing,
      distanceMetres,
      directionErrorDegrees: told.directionErrorDegrees,
      distanceErrorMetres: told.distanceErrorMetres,
      startErrorMetres: extent + told.coordinateErrorMetres,
    },
    terms: {
      extent,
      coordinates: told.coordinateErrorMetres,
      distance: told.distanceErrorMetres,
      degrees: told.directionErrorDegrees,
    },
  };
  return { ok: true, built, hits };
}

/** Towards a named place where one is given, else the wind or the degrees. */
async function bearingOf(ctx: Context, locale: Locale, fields: OffsetFields, origin: LngLat): Promise<number | null> {
  if (fields.towards?.trim()) {
    const [goal] = await searchPlaces(ctx, { q: fields.towards, locale, limit: 1 });
    return goal?.lngLat ? bearingDegrees(origin, goal.lngLat) : null;
  }
  const wind = compassPoints.find((one): one is CompassPoint => one === fields.direction);
  if (wind) return compassDegrees(wind);
  const degrees = fields.direction ? decimal(fields.direction) : Number.NaN;
  return degrees >= 0 && degrees < 360 ? degrees : null;
}
