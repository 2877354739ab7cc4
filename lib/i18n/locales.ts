import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type en from './messages/en.json';

/** The language's own part of its file: how it is called, and how it writes dates, numbers, addresses and coordinates. */
export type Language = typeof en.language;
/** A language that has its file in `messages/`: that file is all there is to it. */
export type Locale = string;
export type LanguageFile = typeof en;

// read where the server runs rather than bundled, so that a further file is a further language
const folder = path.join(process.cwd(), 'lib/i18n/messages');
const read = new Map<Locale, LanguageFile>();

export function languageFile(locale: Locale): LanguageFile {
  const kept = read.get(locale);
  if (kept && process.env.NODE_ENV !== 'development') return kept;
  const file = JSON.parse(readFileSync(path.join(folder, `${locale}.json`), 'utf8')) as LanguageFile;
  read.set(locale, file);
  return file;
}

export const languageOf = (locale: Locale): Language => languageFile(locale).language;

/** In the order of the switch. */
export const locales: readonly Locale[] = readdirSync(folder)
  .map((file) => path.basename(file, '.json'))
  .sort((a, b) => languageOf(a).order - languageOf(b).order);

export const isLocale = (value: unknown): value is Locale => locales.some((locale) => locale === value);

/** A language's name in another: "Armenian" for hy in English. */
export const languageName = (locale: Locale, language: string): string =>
  new Intl.DisplayNames([languageOf(locale).tag], { type: 'language' }).of(language) ?? language;

/** The first language of an Accept-Language header that we speak, by its weight; English when there is none. */
export function negotiateLocale(acceptLanguage: string | null): Locale {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const weight = parameters.find((parameter) => parameter.trim().startsWith('q='));
      return { language: tag.split('-')[0], weight: weight ? Number(weight.trim().slice(2)) : 1 };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return wanted.map(({ language }) => language).find(isLocale) ?? 'en';
}
