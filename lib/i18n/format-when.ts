import { formatDate, formatDateTime, formatMonth } from './formats.ts';
import type { Locale } from './locales.ts';
import { translator } from './translator.ts';

export type When = {
  /** ISO day, or an instant where the precision is exact_time. */
  start?: string | null;
  end?: string | null;
  precision: 'exact_time' | 'day' | 'month' | 'season' | 'year' | 'range' | 'before' | 'unknown';
};

const seasonOf = (day: string) =>
  (['winter', 'spring', 'summer', 'autumn'] as const)[Math.floor((Number(day.slice(5, 7)) % 12) / 3)] ?? 'winter';

/** A date as exactly as it is known and no more: "spring 1993", "before 1 May 1994", "date unknown". */
export async function formatWhen(locale: Locale, { start, end, precision }: When): Promise<string> {
  const t = await translator(locale, 'common');
  const known = start ?? end;
  if (!known || precision === 'unknown') return t('dates.unknown');
  switch (precision) {
    case 'exact_time':
      return formatDateTime(locale, known);
    case 'day':
      return formatDate(locale, known);
    case 'month':
      return formatMonth(locale, known);
    case 'season':
      return t('dates.season', { season: seasonOf(known), year: known.slice(0, 4) });
    case 'year':
      return known.slice(0, 4);
    case 'before':
      return t('dates.before', { date: formatDate(locale, end ?? known) });
    case 'range':
      return start && end && start !== end
        ? t('dates.range', { start: formatDate(locale, start), end: formatDate(locale, end) })
        : formatDate(locale, known);
  }
}
