import { earthRadiusMetres, toRadians } from './distance.ts';

/** Default 95 % radii by how a place was told; recommendations of the field, in metres. */
export const settlementUncertaintyMetres = 2000;
export const oldMapUncertaintyMetres = 500;
const gpsFloorMetres = 10;
const pinFloorMetres = 50;
/** A fingertip hides about this many pixels of a map. */
const pinPixels = 10;
const tilePixels = 256;

/** `accuracyMetres` as the device states it; none stated counts as 100 m. */
export const gpsUncertaintyMetres = (accuracyMetres: number | null): number =>
  Math.max(accuracyMetres ?? 100, gpsFloorMetres);

/** Web-Mercator zoom level at which the pin was set. */
export function pinUncertaintyMetres(zoom: number, latDegrees: number): number {
  const metresPerPixel = (2 * Math.PI * earthRadiusMetres * Math.cos(toRadians(latDegrees))) / (tilePixels * 2 ** zoom);
  return Math.max(pinFloorMetres, Math.ceil(metresPerPixel * pinPixels));
}

/**
 * Direction and distance from a named place: 25 % of the distance, at least 500 m, and the named place's own
 * uncertainty on top (sum of errors: Chapman & Wieczorek, Georeferencing Best Practices).
 */
export const offsetUncertaintyMetres = (metres: number, originUncertaintyMetres: number): number =>
  originUncertaintyMetres + Math.max(500, 0.25 * metres);

/** Typed coordinates: what the last digit given can tell, and never better than a device. */
export const typedUncertaintyMetres = (precisionMetres: number): number =>
  Math.max(gpsFloorMetres, Math.ceil(precisionMetres));
