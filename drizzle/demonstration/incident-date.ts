import type { ReportInput } from '../../lib/reports/input.ts';

/**
 * `approx` in the file is a publication date, or a day, month or year that was inferred: so much is added on either side.
 */
const approximateDays = 31;
const dayMilliseconds = 86_400_000;

const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** First and last day of `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as UTC midnights; undefined when it is no such date. */
function spanOf(date: string): [first: number, last: number] | undefined {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(date);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), match[2] && Number(match[2]), match[3] && Number(match[3])];
  if (!month) return [Date.UTC(year, 0, 1), Date.UTC(year, 11, 31)];
  if (month > 12) return undefined;
  if (!day) return [Date.UTC(year, month - 1, 1), Date.UTC(year, month, 0)];
  const time = Date.UTC(year, month - 1, day);
  return iso(time) === date ? [time, time] : undefined;
}

/** A year stays a year and a month a month: the interval that the words allow, never its first day alone. Throws on a date that is none. */
export function incidentDate(date: string, precision: string): NonNullable<ReportInput['date']> {
  if (date === '' || precision === 'unknown') return { precision: 'unknown' };
  const span = spanOf(date);
  if (!span) throw new Error(`date: ${date}`);
  const [first, last] = span;
  const verbatim = precision === 'approx' ? `about ${date}` : date;
  if (precision === 'approx') {
    const margin = approximateDays * dayMilliseconds;
    return { start: iso(first - margin), end: iso(last + margin), precision: 'range', verbatim };
  }
  if (precision !== 'day' && precision !== 'month' && precision !== 'year')
    throw new Error(`date_precision: ${precision}`);
  const given = date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day';
  if (given !== precision) throw new Error(`date_precision: ${precision} of ${date}`);
  return { start: iso(first), end: iso(last), precision, verbatim };
}
