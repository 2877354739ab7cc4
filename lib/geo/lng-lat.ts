/** A place on WGS84 in decimal degrees. Named fields, so that the order can not be mistaken. */
export type LngLat = { lng: number; lat: number };

/** GeoJSON order: longitude, then latitude, in degrees. */
export type Position = [lng: number, lat: number];

export type PointGeometry = { type: 'Point'; coordinates: Position };
export type LineGeometry = { type: 'LineString'; coordinates: Position[] };
export type PolygonGeometry = { type: 'Polygon'; coordinates: Position[][] };
export type Geometry = PointGeometry | LineGeometry | PolygonGeometry;

export const toPosition = ({ lng, lat }: LngLat): Position => [lng, lat];

export const fromPosition = ([lng, lat]: readonly number[]): LngLat => ({ lng: lng!, lat: lat! });

export const pointGeometry = (place: LngLat): PointGeometry => ({ type: 'Point', coordinates: toPosition(place) });

/** Every vertex of a geometry, rings closed as given. */
export function positionsOf(geometry: Geometry): Position[] {
  if (geometry.type === 'Point') return [geometry.coordinates];
  if (geometry.type === 'LineString') return geometry.coordinates;
  return geometry.coordinates.flat();
}

/** Six decimals are a decimetre; more would only pretend. */
export const roundDegrees = (degrees: number, decimals = 6): number => Number(degrees.toFixed(decimals));
