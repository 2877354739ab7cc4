import { type Locale, languageOf } from './locales.ts';

export type AddressParts = { settlement?: string; district?: string; region?: string; country?: string };

/** A place's address in the order of the language: the small first, as in az and en, or the large first, as in hy and ru. */
export function formatAddress(locale: Locale, { settlement, district, region, country }: AddressParts): string {
  const smallFirst = [settlement, district, region, country].filter(Boolean);
  return (languageOf(locale).address === 'large first' ? smallFirst.reverse() : smallFirst).join(', ');
}
