import type { Bbox } from './bbox.ts';

/** Where coordinates are accepted. Latitudes and longitudes must not overlap, or a swap can not be detected. */
export type Area = { bbox: Bbox; utmZone: number };

/** Karabakh, Eastern Zangezur and the border villages up to Gazakh. */
export const defaultArea: Area = {
  bbox: { west: 44.8, south: 38.7, east: 48.2, north: 41.4 },
  utmZone: 38,
};
