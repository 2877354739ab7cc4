import type { ClueKind } from '../../../lib/clues/input.ts';
import type { Geometry, Position } from '../../../lib/geo/lng-lat.ts';

export type MultiPolygonGeometry = { type: 'MultiPolygon'; coordinates: Position[][][] };
export type MapGeometry = Geometry | MultiPolygonGeometry;
export type AreaGeometry = Extract<MapGeometry, { type: 'Polygon' | 'MultiPolygon' }>;

/** How a feature is drawn; colours stand in map.css. There is no look for "no danger". */
export type Look =
  | 'danger-public'
  | 'danger-1'
  | 'danger-2'
  | 'danger-3'
  | 'danger-4'
  | 'danger-5'
  | 'unknown'
  | 'partly-known'
  | 'recorded'
  | 'released'
  | 'zone'
  | 'clue'
  | 'settlement'
  | 'claim'
  | 'claim-quiet'
  | 'side-a'
  | 'side-b'
  | 'outline';

/** Text only: it reaches the page through textContent. `radiusMetres` draws the 95 % disc of a point, `reach` the error's own shape: of an offset, a line or an area. */
export type MapFeature = {
  id: string;
  geometry: MapGeometry;
  look: Look;
  radiusMetres?: number;
  reach?: AreaGeometry;
  /** The sign of its kind in place of the dot, or in the middle of the shape. */
  mark?: ClueKind;
  /** Written beside the shape, where colour and line are not to be told apart. */
  letter?: string;
  title?: string;
  lines?: string[];
  /** An ordinary link below the popup's lines. */
  href?: string;
  hrefText?: string;
};

/** `rank` 1 is shown at every zoom, 2 from district zoom, 3 from village zoom. */
export type MapName = { id: string; name: string; lng: number; lat: number; rank: 1 | 2 | 3 };

/** `finest`: the closest zoom at which pieces are asked for; beyond it they are drawn larger. */
export type TileSource = { url: string; attribution: string; finest: number };

/** Everything the map says, in the reader's language. */
export type MapWords = {
  label: string;
  zoomIn: string;
  zoomOut: string;
  close: string;
  outside: string;
  pickHint?: string;
};
