import proj4, { type Converter } from 'proj4';
import { defaultArea } from './area.ts';
import { fromPosition, type LngLat, toPosition } from './lng-lat.ts';

/** Metres on EPSG:32638 (WGS84 / UTM zone 38 north), the grid of the public squares. */
export type UtmPoint = { eastMetres: number; northMetres: number };

const projections = new Map<number, Converter>();

function projection(zone: number): Converter {
  let found = projections.get(zone);
  if (!found) {
    found = proj4(`+proj=utm +zone=${zone} +datum=WGS84 +units=m +no_defs`);
    projections.set(zone, found);
  }
  return found;
}

export function toUtm(place: LngLat, zone = defaultArea.utmZone): UtmPoint {
  const [eastMetres, northMetres] = projection(zone).forward(toPosition(place));
  return { eastMetres: eastMetres!, northMetres: northMetres! };
}

export const fromUtm = ({ eastMetres, northMetres }: UtmPoint, zone = defaultArea.utmZone): LngLat =>
  fromPosition(projection(zone).inverse([eastMetres, northMetres]));
