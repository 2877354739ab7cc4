import { type Locale, languageOf } from './locales.ts';

/** Degrees, minutes and whole seconds: 39°49′04″ N, 46°45′10″ E. */
export function formatDms(locale: Locale, latitude: number, longitude: number): string {
  const { north, south, east, west, separator } = languageOf(locale).coordinates;
  return [dms(latitude, north, south), dms(longitude, east, west)].join(separator);
}

function dms(degrees: number, positive: string, negative: string): string {
  const seconds = Math.round(Math.abs(degrees) * 3600);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${Math.floor(seconds / 3600)}°${two(Math.floor(seconds / 60) % 60)}′${two(seconds % 60)}″ ${
    degrees < 0 ? negative : positive
  }`;
}
