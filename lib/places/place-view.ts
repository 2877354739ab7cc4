import type { LngLat } from '../geo/lng-lat.ts';
import type { PlaceKind, PlaceNameLanguage } from './input.ts';

/** Names in the order of the source; neither is declared the right one, the reader's language chooses. */
export type PlaceNames = Record<PlaceNameLanguage, string[]>;

export type PlaceView = {
  id: string;
  kind: PlaceKind;
  label: string;
  names: PlaceNames;
  district: { id: string; label: string; iso: string | null; names: PlaceNames } | null;
  iso: string | null;
  lngLat: LngLat | null;
  /** Positional error of the point, in metres. */
  uncertaintyMetres: number | null;
  source: string;
  asOf: string;
};

export const noNames = (): PlaceNames => ({ az: [], hy: [], ru: [], en: [], other: [] });

const fallbacks: readonly PlaceNameLanguage[] = ['en', 'az', 'hy', 'ru', 'other'];

/** The first name in the reader's language, else the first there is. */
export const placeLabel = (names: PlaceNames, locale: string): string =>
  [namesIn(names, locale), ...fallbacks.map((language) => names[language])].flatMap(([first]) => first ?? [])[0] ?? '';

/** The names in a language that may be one in which the gazetteer has none. */
export const namesIn = (names: PlaceNames, locale: string): string[] =>
  fallbacks.some((language) => language === locale) ? names[locale as PlaceNameLanguage] : [];
