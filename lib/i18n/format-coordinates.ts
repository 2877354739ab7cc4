import { formatNumber } from './formats.ts';
import type { Locale } from './locales.ts';

// az and ru write decimal commas, so latitude and longitude are parted by a semicolon there.
const separator: Record<Locale, string> = { az: '; ', hy: '; ', ru: '; ', en: ', ' };
const hemispheres: Record<Locale, { n: string; s: string; e: string; w: string }> = {
  az: { n: 'Şm', s: 'C', e: 'Ş', w: 'Q' },
  hy: { n: 'հս.', s: 'հվ.', e: 'ալ.', w: 'ամ.' },
  ru: { n: 'с. ш.', s: 'ю. ш.', e: 'в. д.', w: 'з. д.' },
  en: { n: 'N', s: 'S', e: 'E', w: 'W' },
};

/** Decimal degrees with four decimals (about 10 m), latitude first: "39.8177, 46.7528". */
export const formatDecimalDegrees = (locale: Locale, latitude: number, longitude: number, decimals = 4) =>
  [latitude, longitude].map((degrees) => formatNumber(locale, degrees, decimals)).join(separator[locale]);

/** Degrees, minutes and whole seconds: 39°49′04″ N, 46°45′10″ E. */
export function formatDms(locale: Locale, latitude: number, longitude: number): string {
  const words = hemispheres[locale];
  return [dms(latitude, words.n, words.s), dms(longitude, words.e, words.w)].join(separator[locale]);
}

function dms(degrees: number, positive: string, negative: string): string {
  const seconds = Math.round(Math.abs(degrees) * 3600);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${Math.floor(seconds / 3600)}°${two(Math.floor(seconds / 60) % 60)}′${two(seconds % 60)}″ ${
    degrees < 0 ? negative : positive
  }`;
}
