import { sk42ToWgs84, unknownDatumMetres } from '../geo/datum.ts';
import { fromPosition, type Geometry, type LngLat, type Position, pointGeometry, toPosition } from '../geo/lng-lat.ts';
import { offsetFrom } from '../geo/offset.ts';
import { gpsUncertaintyMetres, oldMapUncertaintyMetres, settlementUncertaintyMetres } from '../geo/uncertainty.ts';
import type { PlaceView } from '../places/place-view.ts';
import type { LocationMethod, ReportInput } from './input.ts';

type Location = ReportInput['locations'][number];
export type Claim = Omit<Location, 'geometry' | 'uncertaintyMetres'> & {
  geometry: Geometry | null;
  uncertaintyMetres: number | null;
};

/** What a method can tell at best, in metres; a claim is never stored as more certain. */
const floors: Partial<Record<LocationMethod, number>> = { device_gps: 10, map_pin: 10, exif: 10, old_map: 100 };
const defaults: Record<LocationMethod, number | null> = {
  device_gps: gpsUncertaintyMetres(null),
  map_pin: 50,
  exif: gpsUncertaintyMetres(null),
  old_map: oldMapUncertaintyMetres,
  settlement_centroid: settlementUncertaintyMetres,
  direction_distance: settlementUncertaintyMetres,
  text_only: null,
};

/**
 * The claims of a report, with a geometry where its words allow one: a place gets the gazetteer's point, an offset its
 * computed point beside the position it starts from. A device's position is the observer's, whatever was sent.
 */
export function deriveClaims(locations: readonly Location[], placeOf: (id: string) => PlaceView | undefined): Claim[] {
  return locations.flatMap((location): Claim[] => {
    const base = baseClaim(location, location.placeId ? placeOf(location.placeId) : undefined);
    const { bearingDegrees, distanceMetres } = location;
    if (bearingDegrees === undefined || !distanceMetres) return [base];
    if (base.geometry?.type !== 'Point') return [base];
    const origin = fromPosition(base.geometry.coordinates);
    const offset = offsetFrom(origin, base.uncertaintyMetres ?? settlementUncertaintyMetres, {
      bearingDegrees,
      distanceMetres,
    });
    const positionOf =
      location.positionOf === 'observer' || location.positionOf === 'landmark' ? 'event' : location.positionOf;
    const moved: Claim = {
      ...base,
      positionOf,
      method: 'direction_distance',
      geometry: pointGeometry(offset.lngLat),
      uncertaintyMetres: offset.uncertaintyMetres,
    };
    if (location.placeId && !location.geometry) return [moved];
    const { bearingDegrees: _, distanceMetres: __, ...start } = base;
    return [moved, { ...start, positionOf: base.method === 'device_gps' ? 'observer' : 'landmark' }];
  });
}

function baseClaim(location: Location, place: PlaceView | undefined): Claim {
  const { geometry: given, uncertaintyMetres: stated, ...rest } = location;
  if (!given) {
    const point = place?.kind === 'district' ? null : (place?.lngLat ?? null);
    const method = point ? 'settlement_centroid' : 'text_only';
    const uncertaintyMetres =
      point && Math.max(place?.uncertaintyMetres ?? 0, settlementUncertaintyMetres, stated ?? 0);
    return { ...rest, method, geometry: point && pointGeometry(point), uncertaintyMetres };
  }
  const geometry = location.datum === 'sk42' ? converted(given) : given;
  const byMethod = stated ?? defaults[location.method] ?? settlementUncertaintyMetres;
  const least = Math.max(byMethod, floors[location.method] ?? 0);
  const device = location.method === 'device_gps' || location.method === 'exif';
  return {
    ...rest,
    positionOf: device ? 'observer' : location.positionOf,
    geometry,
    uncertaintyMetres: least + (location.datum === 'unknown' ? unknownDatumMetres : 0),
  };
}

function converted(geometry: Geometry): Geometry {
  const one = (position: Position): Position => toPosition(sk42ToWgs84(fromPosition(position) satisfies LngLat));
  if (geometry.type === 'Point') return { type: 'Point', coordinates: one(geometry.coordinates) };
  if (geometry.type === 'LineString') return { type: 'LineString', coordinates: geometry.coordinates.map(one) };
  return { type: 'Polygon', coordinates: geometry.coordinates.map((ring) => ring.map(one)) };
}
