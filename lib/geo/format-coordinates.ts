import proj4 from 'proj4';
import { defaultArea } from './area.ts';
import { type LngLat, toPosition } from './lng-lat.ts';
import { toUtm } from './utm.ts';

/** "39.81770, 46.75280": latitude first, with a point in every language, so that it can be pasted anywhere. */
export const formatDecimal = ({ lng, lat }: LngLat, decimals = 5): string =>
  `${lat.toFixed(decimals)}, ${lng.toFixed(decimals)}`;

/** 39°49′03.7″N 46°45′10.1″E */
export const formatDms = ({ lng, lat }: LngLat): string =>
  `${dms(lat)}${lat < 0 ? 'S' : 'N'} ${dms(lng)}${lng < 0 ? 'W' : 'E'}`;

/** 38N 650020 E 4408994 N, in the area's zone. */
export function formatUtm(place: LngLat, zone = defaultArea.utmZone): string {
  const { eastMetres, northMetres } = toUtm(place, zone);
  return `${zone}N ${Math.round(eastMetres)} E ${Math.round(northMetres)} N`;
}

/** 38SPK5002008994 at 5 digits an axis (1 m); fewer digits say less. */
export function formatMgrs(place: LngLat, digits: 1 | 2 | 3 | 4 | 5 = 5): string {
  const full = proj4.mgrs.forward(toPosition(place));
  const [square, east, north] = [full.slice(0, -10), full.slice(-10, -5), full.slice(-5)];
  return `${square}${east.slice(0, digits)}${north.slice(0, digits)}`;
}

function dms(degrees: number): string {
  // Rounded as a whole first, or 59.97 seconds would print as 60.0.
  const tenths = Math.round(Math.abs(degrees) * 36_000);
  const [whole, minutes, seconds] = [
    Math.floor(tenths / 36_000),
    Math.floor((tenths % 36_000) / 600),
    (tenths % 600) / 10,
  ];
  return `${whole}°${String(minutes).padStart(2, '0')}′${seconds.toFixed(1).padStart(4, '0')}″`;
}
