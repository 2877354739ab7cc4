import proj4 from 'proj4';
import { fromPosition, type LngLat, toPosition } from './lng-lat.ts';

/** Pulkovo 1942 (EPSG:4284) to WGS84 by the seven parameters of EPSG:1267, as in PostGIS; a few metres accurate. */
const sk42 = proj4('+proj=longlat +ellps=krass +towgs84=23.92,-141.27,-80.9,0,0.35,0.82,-0.12 +no_defs');

/** Coordinates read from a Soviet map, in degrees of SK-42, as WGS84. Unread, the error here is about 100 m. */
export const sk42ToWgs84 = (place: LngLat): LngLat => fromPosition(sk42.inverse(toPosition(place)));

/** What not knowing the datum adds to a 95 % radius. */
export const unknownDatumMetres = 110;
