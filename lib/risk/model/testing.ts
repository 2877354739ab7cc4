import type { LngLat, LngLatPolygons } from '../../geo/hex-plane.ts';
import type { Clearance, RiskClue } from './clue.ts';

/** Made-up ground for tests: a square of about 40 km, some 2,300 cells of resolution 8. */
export const SQUARE: LngLatPolygons = [box(46.5, 39.6, 46.97, 39.96)];
export const TODAY = 20_000;

export function box(west: number, south: number, east: number, north: number): LngLat[][] {
  return [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ];
}

export function clueAt(id: string, lng: number, lat: number, more: Partial<RiskClue> = {}): RiskClue {
  return {
    id,
    kind: 'human',
    precision: 'A',
    geometry: { type: 'point', lng, lat, radiusMetres: 50 },
    startDay: 15_000,
    endDay: 15_000,
    reliability: 0.8,
    sourceKey: '',
    ...more,
  };
}

export function clearanceOf(id: string, rings: LngLat[][], more: Partial<Clearance> = {}): Clearance {
  return { id, rings, method: 'clearance', authority: 'Authority', day: 18_000, quality: 1, ...more };
}
