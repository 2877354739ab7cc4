import { type LngLat, type PolygonGeometry, type Position, roundDegrees } from './lng-lat.ts';
import { fromUtm, toUtm, type UtmPoint } from './utm.ts';

/** Side of a public square on EPSG:32638. */
export const squareMetres = 5000;

/** A square by its south-west corner in whole kilometres, `E650N4405`. */
export type SquareId = `E${number}N${number}`;

export const squareIdAt = ({ eastMetres, northMetres }: UtmPoint): SquareId =>
  `E${(Math.floor(eastMetres / squareMetres) * squareMetres) / 1000}N${(Math.floor(northMetres / squareMetres) * squareMetres) / 1000}`;

export const squareOf = (place: LngLat): SquareId => squareIdAt(toUtm(place));

/** South-west corner in metres; a RangeError when the text names no square. */
export function squareCorner(id: string): UtmPoint {
  const match = /^E(\d{1,3})N(\d{1,5})$/.exec(id);
  const corner = { eastMetres: Number(match?.[1]) * 1000, northMetres: Number(match?.[2]) * 1000 };
  const whole = corner.eastMetres % squareMetres === 0 && corner.northMetres % squareMetres === 0;
  if (!match || !whole) throw new RangeError(`No square is called ${id}.`);
  return corner;
}

/** Exact corners, counter-clockwise, closed. A straight edge in degrees bends off the grid line by less than 1 m in 5 km. */
export function squarePolygon(id: string): PolygonGeometry {
  const { eastMetres: e, northMetres: n } = squareCorner(id);
  const corners: [number, number][] = [
    [0, 0],
    [squareMetres, 0],
    [squareMetres, squareMetres],
    [0, squareMetres],
    [0, 0],
  ];
  const ring = corners.map(([de, dn]): Position => {
    const { lng, lat } = fromUtm({ eastMetres: e + de, northMetres: n + dn });
    return [roundDegrees(lng), roundDegrees(lat)];
  });
  return { type: 'Polygon', coordinates: [ring] };
}

export const squareCentre = (id: string): LngLat => {
  const { eastMetres, northMetres } = squareCorner(id);
  return fromUtm({ eastMetres: eastMetres + squareMetres / 2, northMetres: northMetres + squareMetres / 2 });
};
