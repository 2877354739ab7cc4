import { type Locale, languageOf } from './locales.ts';

// Chromium has no az and hy data, so all of this runs on the server; Node has every language's.
const tagOf = (locale: Locale) => languageOf(locale).tag;
const timeZone = 'Asia/Baku';

/** What a browser needs to write measures as the rest of the page does. */
export const measureFormat = (locale: Locale) => ({
  ...languageOf(locale).units,
  mark: formatNumber(locale, 1.5).charAt(1),
});
export type MeasureFormat = ReturnType<typeof measureFormat>;

/** A calendar day such as `2026-11-23` is a day wherever it is read; an instant is told in Baku's time. */
const instant = (date: Date | string) =>
  typeof date === 'string' && date.length === 10
    ? { at: new Date(`${date}T00:00:00Z`), timeZone: 'UTC' }
    : { at: new Date(date), timeZone };

const write = (locale: Locale, date: Date | string, options: Intl.DateTimeFormatOptions) => {
  const { at, timeZone: zone } = instant(date);
  return new Intl.DateTimeFormat(tagOf(locale), { ...options, timeZone: zone }).format(at);
};

/** "23 November 2026", in the reader's language. */
export const formatDate = (locale: Locale, date: Date | string) => write(locale, date, { dateStyle: 'long' });

/** "23 November 2026, 14:05", Baku time; joined by hand, since CLDR joins the Azerbaijani with a slash. */
export const formatDateTime = (locale: Locale, date: Date | string) =>
  `${formatDate(locale, new Date(date))}, ${write(locale, date, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })}`;

/** "November 2026". */
export const formatMonth = (locale: Locale, date: Date | string) =>
  write(locale, date, { year: 'numeric', month: 'long' });

/** The twelve months as they stand alone in a list, January first. */
export const monthNames = (locale: Locale): string[] =>
  Array.from({ length: 12 }, (_, month) =>
    new Intl.DateTimeFormat(tagOf(locale), { month: 'long', timeZone: 'UTC' }).format(
      new Date(Date.UTC(2026, month, 15)),
    ),
  );

export const formatNumber = (locale: Locale, value: number, maximumFractionDigits = 2) =>
  new Intl.NumberFormat(tagOf(locale), { maximumFractionDigits }).format(value);

/** Metres below 1 km, else kilometres with one decimal. */
export const formatDistance = (locale: Locale, metres: number) =>
  metres < 1000
    ? `${formatNumber(locale, metres, 0)} ${languageOf(locale).units.metre}`
    : `${formatNumber(locale, metres / 1000, 1)} ${languageOf(locale).units.kilometre}`;

/** Hectares below 1 km², else square kilometres. */
export const formatArea = (locale: Locale, squareMetres: number) =>
  squareMetres < 1_000_000
    ? `${formatNumber(locale, squareMetres / 10_000)} ${languageOf(locale).units.hectare}`
    : `${formatNumber(locale, squareMetres / 1_000_000)} ${languageOf(locale).units.squareKilometre}`;

/** Decimal kB below 1 MB, as networks bill them. */
export const formatBytes = (locale: Locale, bytes: number) =>
  bytes < 1_000_000
    ? `${formatNumber(locale, Math.ceil(bytes / 1000), 0)} ${languageOf(locale).units.kilobyte}`
    : `${formatNumber(locale, bytes / 1_000_000, 1)} ${languageOf(locale).units.megabyte}`;

/** Names in the order of the reader's alphabet; PostgreSQL has no such collations everywhere. */
export const compareNames = (locale: Locale) => new Intl.Collator(tagOf(locale)).compare;

export const formatList = (locale: Locale, items: readonly string[]) =>
  new Intl.ListFormat(tagOf(locale), { type: 'conjunction' }).format(items);
