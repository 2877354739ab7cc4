/** A position as GeoJSON has it: [longitude, latitude] in degrees. */
export type LngLat = readonly [number, number];
/** GeoJSON MultiPolygon coordinates: polygons of rings, the first ring of each being its outside. */
export type LngLatPolygons = readonly (readonly (readonly LngLat[])[])[];
/** A position in an equal-area plane, metres east and north of its centre. */
export type Point = readonly [number, number];

export type Plane = { lng: number; lat: number; toPlane(at: LngLat): Point; toLngLat(at: Point): LngLat };

const EARTH_RADIUS_METRES = 6_371_007.18;
const RADIANS = Math.PI / 180;

/**
 * Lambert azimuthal equal-area projection on the authalic sphere (Snyder 1987, USGS PP 1395, eqs 24-2 to 24-16).
 * Against the ellipsoid lengths are off by up to 0.3 %; within 200 km of the centre the projection itself adds 0.02 %.
 */
export function equalAreaPlane(lng: number, lat: number): Plane {
  const sin0 = Math.sin(lat * RADIANS);
  const cos0 = Math.cos(lat * RADIANS);
  return {
    lng,
    lat,
    toPlane([pointLng, pointLat]) {
      const dLng = (pointLng - lng) * RADIANS;
      const sin = Math.sin(pointLat * RADIANS);
      const cos = Math.cos(pointLat * RADIANS);
      const k = EARTH_RADIUS_METRES * Math.sqrt(2 / (1 + sin0 * sin + cos0 * cos * Math.cos(dLng)));
      return [k * cos * Math.sin(dLng), k * (cos0 * sin - sin0 * cos * Math.cos(dLng))];
    },
    toLngLat([x, y]) {
      const rho = Math.hypot(x, y);
      if (rho === 0) return [lng, lat];
      const c = 2 * Math.asin(rho / (2 * EARTH_RADIUS_METRES));
      const pointLat = Math.asin(Math.cos(c) * sin0 + (y * Math.sin(c) * cos0) / rho);
      const dLng = Math.atan2(x * Math.sin(c), rho * cos0 * Math.cos(c) - y * sin0 * Math.sin(c));
      return [lng + dLng / RADIANS, pointLat / RADIANS];
    },
  };
}

/** The plane centred on the middle of a bounding box of the polygons. */
export function planeOf(polygons: LngLatPolygons): Plane {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const rings of polygons)
    for (const [lng, lat] of rings[0] ?? []) {
      west = Math.min(west, lng);
      east = Math.max(east, lng);
      south = Math.min(south, lat);
      north = Math.max(north, lat);
    }
  return equalAreaPlane((west + east) / 2, (south + north) / 2);
}
