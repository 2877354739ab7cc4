import * as L from 'leaflet';
import type { ClueKind } from '../../../../lib/clues/input.ts';
import type { Position } from '../../../../lib/geo/lng-lat.ts';
import type { MapGeometry } from '../map-feature.ts';
import { markPaths, ringPath } from './marks.ts';

type Drawn = {
  _map: L.Map;
  _path: SVGPathElement;
  _point: L.Point;
  _renderer: { _setPath(layer: unknown, path: string): void };
  options: { path: string };
};

// a marker whose outline is not a circle: Leaflet leaves it to the layer what it draws
const MarkLayer = L.CircleMarker.extend({
  _updatePath(this: Drawn) {
    const { x, y } = this._point;
    const zoom = this._map.getZoom();
    // at the scale of a country they would hide each other
    const scale = zoom < 8.5 ? 0.6 : zoom < 10 ? 0.8 : 1;
    this._path.setAttribute('transform', `translate(${x},${y}) scale(${scale})`);
    this._renderer._setPath(this, `M0,0${this.options.path}`);
  },
}) as unknown as new (
  at: L.LatLngExpression,
  options: L.CircleMarkerOptions & { path: string },
) => L.CircleMarker;

/** The sign of a kind of clue, in the middle of its shape; within a ring where only its settlement is known. */
export function markLayers(
  geometry: MapGeometry,
  kind: ClueKind,
  className: string,
  ringed: boolean,
): L.CircleMarker[] {
  const [lng, lat] = middleOf(geometry);
  const layer = (path: string, name: string, radius: number) =>
    new MarkLayer([lat, lng], { radius, className: `${className} ${name}`, path });
  return [...(ringed ? [layer(ringPath, 'map-ring', 15)] : []), layer(markPaths[kind], 'map-mark', 11)];
}

/** Half way along a line; of an area the mean of its corners. */
function middleOf(geometry: MapGeometry): Position {
  if (geometry.type === 'Point') return geometry.coordinates;
  if (geometry.type === 'LineString') {
    const { coordinates } = geometry;
    const half = (coordinates.length - 1) / 2;
    const [a, b] = [coordinates[Math.floor(half)]!, coordinates[Math.ceil(half)]!];
    return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
  }
  const [ring = []] = geometry.type === 'Polygon' ? geometry.coordinates : (geometry.coordinates[0] ?? []);
  const corners = ring.slice(1);
  const mean = (axis: 0 | 1) => corners.reduce((sum, one) => sum + one[axis], 0) / corners.length;
  return [mean(0), mean(1)];
}
