import * as L from 'leaflet';
import type { Bbox } from '../../../lib/geo/bbox.ts';
import type { LngLat } from '../../../lib/geo/lng-lat.ts';
import { addHatch, layersOf } from './draw-features.ts';
import { drawGraticule, drawNames, ringsOf, veil } from './draw-ground.ts';
import type { AreaGeometry, MapFeature, MapName, MapWords, TileSource } from './map-feature.ts';

export type MapSetup = {
  words: MapWords;
  bounds: Bbox;
  area?: AreaGeometry;
  names: readonly MapName[];
  tiles?: TileSource;
};
export type MapHandle = {
  /** For tools that draw on it. */
  leaflet: L.Map;
  setFeatures(features: readonly MapFeature[]): void;
  select(id: string | undefined, goThere: boolean): void;
  show(bounds: Bbox): void;
  /** Where the crosshair stands, and at which zoom. */
  centre(): LngLat & { zoom: number };
  onSelect(listener: (id: string) => void): void;
  onPick(listener: (at: LngLat, zoom: number) => void): void;
  destroy(): void;
};

const corners = ({ west, south, east, north }: Bbox): L.LatLngBoundsExpression => [
  [south, west],
  [north, east],
];
let serial = 0;

/** A map of ours over Leaflet: one call in the browser, and `destroy` when its element goes. */
export function createMap(element: HTMLElement, { words, bounds, area, names, tiles }: MapSetup): MapHandle {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const map = L.map(element, {
    zoomControl: false,
    attributionControl: false,
    zoomAnimation: !still,
    fadeAnimation: !still,
    markerZoomAnimation: !still,
    inertia: !still,
    zoomSnap: 0.25,
    zoomDelta: 1,
    minZoom: 5,
    maxZoom: 17,
    renderer: L.svg({ padding: 0.5 }),
  });
  L.control.zoom({ zoomInTitle: words.zoomIn, zoomOutTitle: words.zoomOut }).addTo(map);
  L.control.scale({ imperial: false }).addTo(map);
  if (tiles) {
    L.control.attribution({ prefix: false }).addTo(map);
    L.tileLayer(tiles.url, {
      attribution: escaped(tiles.attribution),
      maxZoom: 19,
      maxNativeZoom: tiles.finest,
    }).addTo(map);
  }
  map.fitBounds(corners(bounds), { animate: false });
  L.polyline([], { interactive: false }).addTo(map);
  const hatch = `hatch-${serial++}`;
  const canvas = element.querySelector('.leaflet-overlay-pane svg');
  if (canvas) addHatch(canvas, hatch);

  const [lines, drawn, cover, labels] = [L.layerGroup(), L.layerGroup(), L.layerGroup(), L.layerGroup()];
  for (const group of [drawn, cover, lines, labels]) group.addTo(map);
  if (area) for (const layer of veil(area, words.outside)) cover.addLayer(layer);

  // effects of the page may still hold a map that went in the same turn
  let gone = false;
  let danger: L.LatLngBounds[] = [];
  // with the pixels that each takes to its right
  let signs: { dot: L.CircleMarker; right: number }[] = [];
  let byId = new Map<string, L.Layer[]>();
  let selected: string | undefined;
  let onSelect = (_: string) => {};
  const redraw = () => {
    drawGraticule(lines, map);
    drawNames(labels, map, names, [...danger, ...signs.map(({ dot, right }) => signBounds(map, dot, right))]);
    if (area) labels.addLayer(outsideLabel(area, words.outside));
  };
  map.on('moveend', redraw);
  const resized = new ResizeObserver(() => map.invalidateSize({ animate: false }));
  resized.observe(element);

  const mark = (id: string | undefined, on: boolean) => {
    for (const layer of byId.get(id ?? '') ?? [])
      for (const path of pathsOf(layer)) path.getElement()?.classList.toggle('map-selected', on);
  };

  return {
    leaflet: map,
    setFeatures(features) {
      if (gone) return;
      drawn.clearLayers();
      byId = new Map(features.map((feature) => [feature.id, layersOf(feature, hatch, words)]));
      for (const [id, layers] of byId)
        for (const layer of layers) {
          drawn.addLayer(layer);
          layer.on('click', () => onSelect(id));
        }
      danger = features
        .filter(({ look }) => look.startsWith('danger') || look === 'recorded')
        .flatMap(({ id }) => byId.get(id) ?? [])
        .flatMap(partBounds);
      signs = features.flatMap(({ id, mark, letter }) => {
        const dot = mark || letter ? byId.get(id)?.findLast(isDot) : undefined;
        return dot ? [{ dot, right: letter ? 32 : 12 }] : [];
      });
      cover.eachLayer((layer) => (layer as L.Path).bringToFront());
      mark(selected, true);
      redraw();
    },
    select(id, goThere) {
      if (gone) return;
      mark(selected, false);
      selected = id;
      mark(id, true);
      const [layer] = byId.get(id ?? '') ?? [];
      if (!goThere || !layer) return;
      const box = boundsOf(layer);
      if (box.isValid()) map.fitBounds(box, { animate: !still, maxZoom: 13, padding: [40, 40] });
    },
    show(box) {
      if (!gone) map.fitBounds(corners(box), { animate: !still });
    },
    centre: () => ({ lng: map.getCenter().lng, lat: map.getCenter().lat, zoom: map.getZoom() }),
    onSelect(listener) {
      onSelect = listener;
    },
    onPick(listener) {
      map.on('click', ({ latlng }) => listener({ lng: latlng.lng, lat: latlng.lat }, map.getZoom()));
    },
    destroy() {
      gone = true;
      resized.disconnect();
      map.remove();
    },
  };
}

// Attribution is the one text that Leaflet sets as HTML.
const escaped = (text: string): string => {
  const span = document.createElement('span');
  span.textContent = text;
  return span.innerHTML;
};

const pathsOf = (layer: L.Layer): L.Path[] =>
  layer instanceof L.LayerGroup ? layer.getLayers().flatMap(pathsOf) : layer instanceof L.Path ? [layer] : [];

const boundsOf = (layer: L.Layer): L.LatLngBounds =>
  layer instanceof L.CircleMarker ? layer.getLatLng().toBounds(2000) : (layer as L.GeoJSON).getBounds();

const isDot = (layer: L.Layer): layer is L.CircleMarker =>
  layer instanceof L.CircleMarker && !(layer instanceof L.Circle);

/** On the ground, at the scale of this moment. */
function signBounds(map: L.Map, dot: L.CircleMarker, right: number): L.LatLngBounds {
  const at = map.latLngToContainerPoint(dot.getLatLng());
  const corner = (x: number, y: number) => map.containerPointToLatLng(at.add([x, y]));
  return L.latLngBounds(corner(-12, -12), corner(right, 12));
}

/** Bounds of each part of a dissolved shape, since those of the whole would cover half the map. */
function partBounds(layer: L.Layer): L.LatLngBounds[] {
  if (!(layer instanceof L.GeoJSON)) return [boundsOf(layer)];
  return layer.getLayers().flatMap((part) => {
    const rings = (part as L.Polygon).getLatLngs() as L.LatLng[][] | L.LatLng[][][];
    const polygons = rings.map((ring) => (Array.isArray(ring[0]) ? (ring[0] as L.LatLng[]) : (ring as L.LatLng[])));
    return polygons.filter((ring) => ring.length > 0).map((ring) => L.latLngBounds(ring));
  });
}

function outsideLabel(area: AreaGeometry, label: string): L.Marker {
  const ring = ringsOf(area).reduce((a, b) => (b.length > a.length ? b : a));
  const west = ring.reduce((a, b) => (b[0]! < a[0]! ? b : a));
  const element = document.createElement('span');
  element.textContent = label;
  const icon = L.divIcon({ className: 'map-outside', html: element, iconSize: [0, 0] });
  return L.marker([west[1]!, west[0]!], { icon, interactive: false, keyboard: false });
}
