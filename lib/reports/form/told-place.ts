import { formatDecimal } from '../../geo/format-coordinates.ts';
import { type LngLat, pointGeometry } from '../../geo/lng-lat.ts';
import { type CompassPoint, compassDegrees, compassPoints } from '../../geo/offset.ts';
import { parseCoordinates } from '../../geo/parse-coordinates.ts';
import {
  gpsUncertaintyMetres,
  oldMapUncertaintyMetres,
  pinUncertaintyMetres,
  typedUncertaintyMetres,
} from '../../geo/uncertainty.ts';
import { datums, languages, type PositionOf, positionsOf, type ReportInput } from '../input.ts';
import { has, one, scoped, type Values } from './answers.ts';
import { prefixOf, timesOf } from './steps.ts';
import { coordinateRefusals, isShape, toldShape } from './told-shape.ts';

type Location = ReportInput['locations'][number];
/**
 * `meant`: coordinates that were probably meant, "lat, lng". `vertex`: which of several the error is about, from 1.
 * `namePending`: the name must be looked up first.
 */
export type ToldPlace = {
  location?: Location;
  error?: { field: string; key: string };
  meant?: string;
  vertex?: number;
  namePending?: boolean;
};

/** "2", "2,5" or "0.3" kilometres as metres. */
function metresOf(kilometres: string): number | null {
  const count = Number(kilometres.replace(',', '.'));
  return Number.isFinite(count) && count > 0 && count <= 100 ? Math.round(count * 1000) : null;
}

function offsetOf(values: Values, prefix: 'name' | 'gps') {
  const [km, direction] = [one(values, `${prefix}Km`), one(values, `${prefix}Direction`)];
  if (!km && !direction) return {};
  const distanceMetres = metresOf(km);
  if (!distanceMetres) return { error: { field: `${prefix}Km`, key: km ? 'distance_invalid' : 'distance_required' } };
  if (!compassPoints.some((point) => point === direction))
    return { error: { field: `${prefix}Direction`, key: 'direction_required' } };
  return { offset: { distanceMetres, bearingDegrees: compassDegrees(direction as CompassPoint) } };
}

const numberIn = (values: Values, field: string): number | null => {
  const text = one(values, field);
  return text !== '' && Number.isFinite(Number(text)) ? Number(text) : null;
};

function pointIn(values: Values, prefix: 'pin' | 'gps'): LngLat | null {
  const [lat, lng] = [numberIn(values, `${prefix}Lat`), numberIn(values, `${prefix}Lng`)];
  return lat === null || lng === null ? null : { lat, lng };
}

/** Every place that was told, the first one first; a further page that was opened and left empty is none. */
export const toldPlaces = (values: Values): Location[] =>
  Array.from({ length: timesOf(values, 'place') }, (_, i) => placeOfStep(values, i === 0 ? 'place' : `place:${i}`))
    .map(({ location }) => location)
    .filter((location) => location !== undefined);

/** What one page on a place gives, its error under the name that the field has there. */
export function placeOfStep(values: Values, step: string): ToldPlace {
  const prefix = prefixOf(step);
  const own = scoped(values, prefix);
  if (prefix !== '' && !has(own, 'where')) return {};
  const told = toldPlace(own);
  return told.error ? { ...told, error: { ...told.error, field: prefix + told.error.field } } : told;
}

/** The one location claim that the page on the place gives, or the field that keeps it from giving one. */
export function toldPlace(values: Values): ToldPlace {
  const where = one(values, 'where');
  const positionOf: PositionOf = positionsOf.find((value) => value === one(values, 'positionOf')) ?? 'event';
  const fail = (field: string, key: string): ToldPlace => ({ error: { field, key } });
  if (where === 'name') return namedPlace(values, positionOf);
  if (where === 'map') {
    const at = pointIn(values, 'pin');
    if (!at) return fail('where', 'pin_required');
    const zoom = numberIn(values, 'pinZoom') ?? 10;
    const located = { geometry: pointGeometry(at), uncertaintyMetres: pinUncertaintyMetres(zoom, at.lat) };
    return { location: { method: 'map_pin', inputFormat: 'pin', datum: 'wgs84', positionOf, ...located } };
  }
  if (where === 'gps') {
    const at = pointIn(values, 'gps');
    if (!at) return fail('where', 'gps_required');
    const { error, offset } = offsetOf(values, 'gps');
    if (error) return { error };
    const uncertaintyMetres = gpsUncertaintyMetres(numberIn(values, 'gpsAccuracy'));
    const located = {
      geometry: pointGeometry(at),
      uncertaintyMetres,
      positionOf: offset ? positionOf : 'observer',
    } as const;
    return { location: { method: 'device_gps', inputFormat: 'gps', datum: 'wgs84', ...located, ...offset } };
  }
  if (where === 'coordinates') {
    const text = one(values, 'coordinatesMeant') || one(values, 'coordinates');
    const parsed = parseCoordinates(text);
    if (!parsed.ok) {
      const meant = parsed.suggestion && formatDecimal(parsed.suggestion);
      return { ...fail('coordinates', coordinateRefusals[parsed.code] ?? 'coordinates_unreadable'), meant };
    }
    const datum = datums.find((value) => value === one(values, 'datum')) ?? 'wgs84';
    const located = {
      geometry: pointGeometry(parsed.lngLat),
      uncertaintyMetres: Math.max(typedUncertaintyMetres(parsed.precisionMetres), datum === 'sk42' ? 500 : 50),
    };
    const inputText = one(values, 'coordinates') || text;
    const method = datum === 'sk42' ? 'old_map' : 'map_pin';
    return { location: { method, inputFormat: parsed.format, inputText, datum, positionOf, ...located } };
  }
  if (where === 'oldMap') return mappedPlace(values, positionOf);
  if (isShape(where)) return toldShape(values, where, positionOf);
  if (where === 'district') {
    const placeId = one(values, 'districtId');
    if (!placeId) return fail('districtId', 'district_required');
    return { location: { method: 'text_only', datum: 'wgs84', inputFormat: 'name', positionOf, placeId } };
  }
  if (where === 'words') {
    const inputText = one(values, 'placeWords');
    if (!inputText) return fail('placeWords', 'place_words_required');
    return { location: { method: 'text_only', datum: 'wgs84', positionOf, inputText: inputText.slice(0, 500) } };
  }
  return fail('where', 'location_required');
}

function namedPlace(values: Values, positionOf: PositionOf): ToldPlace {
  const placeName = one(values, 'placeName').slice(0, 100);
  if (!placeName) return { error: { field: 'placeName', key: 'place_name_required' } };
  const { error, offset } = offsetOf(values, 'name');
  if (error) return { error };
  const [placeId, asked] = [one(values, 'placeId'), one(values, 'placeNameAsked')];
  if (!placeId || asked !== placeName) return { namePending: true };
  const placeNameLanguage = languages.find((language) => language === one(values, 'placeLanguage'));
  const told = { datum: 'wgs84', inputFormat: 'name', positionOf, placeName, placeNameLanguage } as const;
  if (placeId === 'none') return { location: { method: 'text_only', inputText: placeName, ...told } };
  return { location: { method: 'settlement_centroid', placeId, ...told, ...offset } };
}

/** As an old map has it: numbers in its own datum, or the sheet and what stands on it, in words. */
function mappedPlace(values: Values, positionOf: PositionOf): ToldPlace {
  const [sheet, numbers] = [one(values, 'mapSheet'), one(values, 'mapCoordinates')];
  if (!numbers) {
    if (!sheet) return { error: { field: 'mapSheet', key: 'place_words_required' } };
    return { location: { method: 'old_map', datum: 'unknown', positionOf, inputText: sheet.slice(0, 500) } };
  }
  const parsed = parseCoordinates(numbers);
  if (!parsed.ok)
    return { error: { field: 'mapCoordinates', key: coordinateRefusals[parsed.code] ?? 'coordinates_unreadable' } };
  return {
    location: {
      method: 'old_map',
      geometry: pointGeometry(parsed.lngLat),
      uncertaintyMetres: Math.max(typedUncertaintyMetres(parsed.precisionMetres), oldMapUncertaintyMetres),
      datum: datums.find((value) => value === one(values, 'mapDatum')) ?? 'sk42',
      inputFormat: parsed.format,
      inputText: [sheet, numbers].filter(Boolean).join('; ').slice(0, 500),
      positionOf,
    },
  };
}
