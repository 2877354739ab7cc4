import proj4 from 'proj4';
import type { Area } from './area.ts';
import { fromPosition, roundDegrees } from './lng-lat.ts';
import type { CoordinateFormat, ParsedCoordinates } from './parse-coordinates.ts';
import { fromUtm } from './utm.ts';

const utm = /^(\d{1,2})\s*([c-hj-np-x])?[\s,]+(\d{6}(?:\.\d+)?)\s*m?e?[\s,]+(\d{7}(?:\.\d+)?)\s*m?n?$/i;
const mgrsReference = /^(\d{1,2})([c-hj-np-x])([a-hj-np-z]{2})((?:\d\d){1,5})$/i;

const rounded = (lngLat: { lng: number; lat: number }) => ({
  lng: roundDegrees(lngLat.lng, 7),
  lat: roundDegrees(lngLat.lat, 7),
});

/**
 * UTM ("38N 650020 E 4408994 N") or MGRS ("38S PK 50020 08994"); undefined when the text is neither. The zone's letter
 * is not trusted: S is a band here and "south" elsewhere. Another zone than the area's is refused with a suggestion.
 */
export function parseGridReference(text: string, area: Area): ParsedCoordinates | undefined {
  const plain = text.trim().replaceAll(/[\s\u00a0]+/g, ' ');
  const grid = utm.exec(plain);
  if (grid) {
    const point = { eastMetres: Number(grid[3]), northMetres: Number(grid[4]) };
    return zoned(Number(grid[1]), rounded(fromUtm(point, Number(grid[1]) || area.utmZone)), 'utm', 1, area);
  }
  const reference = mgrsReference.exec(plain.replaceAll(/[\s-]/g, ''));
  if (!reference) return undefined;
  try {
    const precisionMetres = 10 ** (5 - reference[4]!.length / 2);
    const lngLat = rounded(fromPosition(proj4.mgrs.toPoint(reference[0].toUpperCase())));
    return zoned(Number(reference[1]), lngLat, 'mgrs', precisionMetres, area);
  } catch {
    return { ok: false, code: 'unreadable' };
  }
}

function zoned(
  zone: number,
  lngLat: { lng: number; lat: number },
  format: CoordinateFormat,
  precisionMetres: number,
  area: Area,
): ParsedCoordinates {
  if (zone < 1 || zone > 60) return { ok: false, code: 'unreadable' };
  if (zone !== area.utmZone) return { ok: false, code: 'other_zone', suggestion: lngLat };
  return { ok: true, lngLat, format, precisionMetres };
}
