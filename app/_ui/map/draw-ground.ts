import * as L from 'leaflet';
import type { Bbox } from '../../../lib/geo/bbox.ts';
import { graticule } from '../../../lib/geo/graticule.ts';
import { placeLabels, textWidth } from './label-positions.ts';
import type { AreaGeometry, MapName } from './map-feature.ts';

const world: [number, number][] = [
  [-85, -180],
  [-85, 180],
  [85, 180],
  [85, -180],
];
const latLngs = (ring: readonly (readonly number[])[]): [number, number][] => ring.map(([lng, lat]) => [lat!, lng!]);
export const ringsOf = (area: AreaGeometry) =>
  area.type === 'Polygon' ? [area.coordinates[0]!] : area.coordinates.map((polygon) => polygon[0]!);

/** Land outside the area of interest is veiled and says so; nobody shall read it as clear. */
export function veil(area: AreaGeometry, label: string): L.Layer[] {
  const rings = ringsOf(area).map(latLngs);
  const cover = L.polygon([world, ...rings], { className: 'map-veil', interactive: true, bubblingMouseEvents: true });
  cover.bindTooltip(document.createTextNode(label) as never, { sticky: true, className: 'map-tip' });
  return [
    cover,
    ...rings.map((ring) => L.polyline([...ring, ring[0]!], { className: 'map-border', interactive: false })),
  ];
}

export function drawGraticule(group: L.LayerGroup, map: L.Map): void {
  group.clearLayers();
  const bounds = map.getBounds();
  const box: Bbox = {
    west: Math.max(-180, bounds.getWest()),
    south: Math.max(-85, bounds.getSouth()),
    east: Math.min(180, bounds.getEast()),
    north: Math.min(85, bounds.getNorth()),
  };
  const step =
    [5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01].find((degrees) => (box.east - box.west) / degrees >= 3) ?? 0.01;
  if ((box.east - box.west) / step > 40) return;
  for (const line of graticule(box, step)) {
    group.addLayer(L.polyline(latLngs(line.coordinates), { className: 'map-graticule', interactive: false }));
    const at = line.kind === 'meridian' ? ([box.south, line.degrees] as const) : ([line.degrees, box.west] as const);
    group.addLayer(text([...at], `${line.degrees}°`, `map-degrees map-degrees-${line.kind}`));
  }
}

/** Names beside their dots, never over danger: `danger` are the bounds of what is drawn as such. Nor under what lies on the map. */
export function drawNames(group: L.LayerGroup, map: L.Map, names: readonly MapName[], danger: L.LatLngBounds[]): void {
  group.clearLayers();
  const most = map.getZoom() >= 11 ? 3 : map.getZoom() >= 9 ? 2 : 1;
  const size = map.getSize();
  const pixel = (at: L.LatLngExpression) => map.latLngToContainerPoint(at);
  const shown = names.filter(({ rank, lat, lng }) => rank <= most && map.getBounds().contains([lat, lng]));
  const boxes = danger.map((bounds) => {
    const [a, b] = [pixel(bounds.getNorthWest()), pixel(bounds.getSouthEast())];
    return { x: a.x, y: a.y, width: b.x - a.x, height: b.y - a.y };
  });
  const frame = map.getContainer().getBoundingClientRect();
  for (const control of map.getContainer().querySelectorAll('.leaflet-control')) {
    const { x, y, width, height } = control.getBoundingClientRect();
    boxes.push({ x: x - frame.x, y: y - frame.y, width, height });
  }
  const wishes = shown.map(({ id, name, lng, lat, rank }) => ({
    id,
    text: name,
    // with few names in view one may stand off its dot
    most: rank === 1 || map.getZoom() >= 11 ? 70 : 7,
    ...xy(pixel([lat, lng])),
  }));
  for (const { lat, lng } of shown)
    group.addLayer(L.circleMarker([lat, lng], { radius: 2.5, className: 'map-place', interactive: false }));
  for (const { box, x, y, leader, text: name } of placeLabels(
    wishes,
    boxes,
    { x: 0, y: 0, width: size.x, height: size.y },
    13,
    measured(map.getContainer()),
  )) {
    const at = map.containerPointToLatLng([box.x, box.y]);
    if (leader) {
      const end: [number, number] = [
        Math.min(Math.max(x, box.x), box.x + box.width),
        Math.min(Math.max(y, box.y), box.y + box.height),
      ];
      group.addLayer(
        L.polyline([map.containerPointToLatLng([x, y]), map.containerPointToLatLng(end)], {
          className: 'map-leader',
          interactive: false,
        }),
      );
    }
    group.addLayer(text(at, name, 'map-name'));
  }
}

/** The browser's own widths, in the map's font. */
function measured(element: HTMLElement): (text: string, fontPixels: number) => number {
  const pen = document.createElement('canvas').getContext('2d');
  if (!pen) return textWidth;
  return (words, fontPixels) => {
    pen.font = `${fontPixels}px ${getComputedStyle(element).fontFamily}`;
    return pen.measureText(words).width + 4;
  };
}

const xy = ({ x, y }: L.Point) => ({ x, y });

function text(at: L.LatLngExpression, value: string, className: string): L.Marker {
  const element = document.createElement('span');
  element.textContent = value;
  const icon = L.divIcon({ className, html: element, iconSize: [0, 0], iconAnchor: [0, 0] });
  return L.marker(at, { icon, interactive: false, keyboard: false });
}
