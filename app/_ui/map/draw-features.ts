import * as L from 'leaflet';
import type { MapFeature, MapWords } from './map-feature.ts';
import { markLayers } from './marks/mark-layer.ts';

const dots = { clue: 6, settlement: 7, claim: 7, 'claim-quiet': 5 } as Partial<Record<MapFeature['look'], number>>;

/** Leaflet layers of one feature: its shape, below it the 95 % disc or the error's own shape, above it its sign. */
export function layersOf(feature: MapFeature, hatch: string, words: MapWords): L.Layer[] {
  const { geometry, look, radiusMetres, reach, mark } = feature;
  const className = `map-look map-look-${look}`;
  const fillColor = ['unknown', 'partly-known', 'released'].includes(look) ? `url(#${hatch}-${look})` : undefined;
  const options: L.PathOptions = { className, ...(fillColor && { fillColor }) };
  const layers: L.Layer[] = reach
    ? [L.geoJSON(reach as never, { style: { className: `${className} map-reach` } })]
    : [];
  if (geometry.type === 'Point') {
    const [lng, lat] = geometry.coordinates;
    if (radiusMetres && !reach)
      layers.push(L.circle([lat, lng], { radius: radiusMetres, className: `${className} map-reach` }));
    if (!mark) layers.push(L.circleMarker([lat, lng], { ...options, radius: dots[look] ?? 6 }));
  } else {
    const kind = geometry.type === 'LineString' ? 'map-line' : 'map-shape';
    layers.push(
      L.geoJSON(geometry as never, {
        style: { ...options, className: `${className} ${kind}${mark ? ` map-kind-${mark}` : ''}` },
      }),
    );
  }
  if (mark) layers.push(...markLayers(geometry, mark, className, look === 'settlement'));
  if (feature.letter) layers.push(letterOf(feature.letter, layers.at(-1)!));
  const text = popupOf(feature);
  if (text) for (const layer of layers) layer.bindPopup(text, { maxWidth: 260, autoPanPaddingTopLeft: [64, 16] });
  for (const layer of layers) layer.on('popupopen', ({ popup }) => nameCloseButton(popup, words.close));
  return layers;
}

function letterOf(letter: string, shape: L.Layer): L.Marker {
  const element = document.createElement('span');
  element.textContent = letter;
  element.className = `twin-letter twin-letter-${letter.toLowerCase()}`;
  const at = shape instanceof L.CircleMarker ? shape.getLatLng() : (shape as L.Polyline).getBounds().getNorthEast();
  const icon = L.divIcon({ className: 'map-letter', html: element, iconSize: [0, 0] });
  return L.marker(at, { icon, interactive: false, keyboard: false });
}

function popupOf({ title, lines = [], href, hrefText }: MapFeature): HTMLElement | undefined {
  if (!title && lines.length === 0) return undefined;
  const box = document.createElement('div');
  const add = (tag: string, text: string) => {
    const element = document.createElement(tag);
    element.textContent = text;
    return box.appendChild(element);
  };
  if (title) add('strong', title);
  for (const line of lines) add('p', line);
  if (href?.startsWith('/') && hrefText) add('a', hrefText).setAttribute('href', href);
  return box;
}

function nameCloseButton(popup: L.Popup, label: string): void {
  popup.getElement()?.querySelector('.leaflet-popup-close-button')?.setAttribute('aria-label', label);
}

const svg = 'http://www.w3.org/2000/svg';

/** Hatch of 45 degrees, a line of 1 px every 6 px; every 14 px where a little is known. */
export function addHatch(container: Element, hatch: string): void {
  const defs = document.createElementNS(svg, 'defs');
  for (const [look, step] of [
    ['unknown', 6],
    ['partly-known', 14],
  ] as const) {
    const pattern = document.createElementNS(svg, 'pattern');
    const attributes = { id: `${hatch}-${look}`, width: step, height: step, patternUnits: 'userSpaceOnUse' };
    for (const [name, value] of Object.entries({ ...attributes, patternTransform: 'rotate(45)' }))
      pattern.setAttribute(name, String(value));
    // the second line is of the page's colour: on a dark page the first is lost on pale danger
    for (const [x, className] of [
      [0, 'map-hatch-line'],
      [1, 'map-hatch-edge'],
    ] as const) {
      const line = document.createElementNS(svg, 'line');
      for (const [name, value] of Object.entries({ x1: x, y1: 0, x2: x, y2: step, class: className }))
        line.setAttribute(name, String(value));
      pattern.append(line);
    }
    defs.append(pattern);
  }
  // dots over what lies below, so that danger shows through
  const dots = document.createElementNS(svg, 'pattern');
  for (const [name, value] of Object.entries({ width: 7, height: 7, patternUnits: 'userSpaceOnUse' }))
    dots.setAttribute(name, String(value));
  dots.id = `${hatch}-released`;
  const dot = document.createElementNS(svg, 'circle');
  for (const [name, value] of Object.entries({ cx: 3.5, cy: 3.5, r: 1.6, class: 'map-release-dot' }))
    dot.setAttribute(name, String(value));
  dots.append(dot);
  defs.append(dots);
  container.prepend(defs);
}
