import { notFound } from 'next/navigation';
import { setRequestLocale } from 'next-intl/server';
import { cache } from 'react';
import { isLocale, type Locale } from './locales.ts';

export type LocaleParams = { params: Promise<{ locale: string }> };

const found = cache(() => Promise.withResolvers<Locale>());

/** The language of the page's address, made known to next-intl; answers 404 for any other word. */
export async function pageLocale(params: Promise<{ locale: string }>): Promise<Locale> {
  const { locale } = await params;
  found().resolve(isLocale(locale) ? locale : 'en');
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  return locale;
}

/** The same for files that Next gives no params: they are rendered beside the page, perhaps before it knows its language. */
export const boundaryLocale = (): Promise<Locale> => found().promise;
