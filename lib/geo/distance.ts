import { type LngLat, roundDegrees } from './lng-lat.ts';

/** Mean radius of the earth (IUGG R1). On the sphere distances err by up to 0.3 % here. */
export const earthRadiusMetres = 6_371_008.8;

export const toRadians = (degrees: number): number => (degrees * Math.PI) / 180;
const toDegrees = (radians: number): number => (radians * 180) / Math.PI;

/** Great-circle distance by the haversine formula. */
export function distanceMetres(a: LngLat, b: LngLat): number {
  const dLat = toRadians(b.lat - a.lat);
  const dLng = toRadians(b.lng - a.lng);
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(toRadians(a.lat)) * Math.cos(toRadians(b.lat)) * Math.sin(dLng / 2) ** 2;
  return 2 * earthRadiusMetres * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Initial bearing from a to b, degrees clockwise from north, 0 to below 360. */
export function bearingDegrees(a: LngLat, b: LngLat): number {
  const [latA, latB, dLng] = [toRadians(a.lat), toRadians(b.lat), toRadians(b.lng - a.lng)];
  const y = Math.sin(dLng) * Math.cos(latB);
  const x = Math.cos(latA) * Math.sin(latB) - Math.sin(latA) * Math.cos(latB) * Math.cos(dLng);
  return (toDegrees(Math.atan2(y, x)) + 360) % 360;
}

/** The place reached from `origin` along a bearing (degrees clockwise from north). */
export function destination(origin: LngLat, bearing: number, metres: number): LngLat {
  const [lat, angle, direction] = [toRadians(origin.lat), metres / earthRadiusMetres, toRadians(bearing)];
  const toLat = Math.asin(Math.sin(lat) * Math.cos(angle) + Math.cos(lat) * Math.sin(angle) * Math.cos(direction));
  const toLng =
    toRadians(origin.lng) +
    Math.atan2(
      Math.sin(direction) * Math.sin(angle) * Math.cos(lat),
      Math.cos(angle) - Math.sin(lat) * Math.sin(toLat),
    );
  return { lng: roundDegrees(((toDegrees(toLng) + 540) % 360) - 180, 9), lat: roundDegrees(toDegrees(toLat), 9) };
}
