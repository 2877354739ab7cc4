import type { Locale } from './locales.ts';

export type AddressParts = { settlement?: string; district?: string; region?: string; country?: string };

/** A place's address in the order of the language: the small first in az and en, the large first in hy and ru. */
export function formatAddress(locale: Locale, { settlement, district, region, country }: AddressParts): string {
  const smallFirst = [settlement, district, region, country].filter(Boolean);
  return (locale === 'hy' || locale === 'ru' ? smallFirst.reverse() : smallFirst).join(', ');
}
