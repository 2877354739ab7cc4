import type { ReportInput } from '../input.ts';
import { isRealDay } from '../rules.ts';
import { one, type Values } from './answers.ts';

type ToldDate = { date?: NonNullable<ReportInput['date']>; error?: { field: string; key: string } };

const pad = (text: string, length: number): string => text.padStart(length, '0');
const lastDay = (year: string, month: string): string =>
  new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10);
const seasonMonths: Record<string, [string, string]> = {
  spring: ['03', '05'],
  summer: ['06', '08'],
  autumn: ['09', '11'],
};

/** A day that exists, YYYY-MM-DD, from three fields; null when they are none. */
export function dayOf(values: Values, prefix: string): string | null {
  const [d, m, y] = ['d', 'm', 'y'].map((part) => one(values, `${prefix}_${part}`));
  if (!/^\d{1,2}$/.test(d!) || !/^\d{1,2}$/.test(m!) || !/^\d{4}$/.test(y!)) return null;
  const day = `${y}-${pad(m!, 2)}-${pad(d!, 2)}`;
  return isRealDay(day) ? day : null;
}

/** The date as the report holds it, or the field that keeps it from being one. `today` is YYYY-MM-DD in Baku. */
export function toldDate(values: Values, today: string): ToldDate {
  const when = one(values, 'when');
  const fail = (field: string, key = 'date_invalid'): ToldDate => ({ error: { field, key } });
  const notAhead = (field: string, start: string, date: NonNullable<ReportInput['date']>): ToldDate =>
    start > today ? fail(field, 'date_future') : { date };
  const year = (field: string): string | null => (/^(19|20)\d\d$/.test(one(values, field)) ? one(values, field) : null);

  if (when === '' || when === 'unknown') return { date: { precision: 'unknown' } };
  if (when === 'words') {
    const verbatim = one(values, 'dateWords').slice(0, 200);
    return verbatim ? { date: { precision: 'unknown', verbatim } } : fail('dateWords', 'date_required');
  }
  if (when === 'today' || when === 'yesterday') {
    const start = when === 'today' ? today : new Date(Date.parse(today) - 86_400_000).toISOString().slice(0, 10);
    return { date: { precision: 'day', start } };
  }
  if (when === 'day' || when === 'exact_time') {
    const prefix = when === 'day' ? 'day' : 'exact';
    const start = dayOf(values, prefix);
    if (!start) return fail(`${prefix}_d`);
    if (when === 'day') return notAhead('day_d', start, { precision: 'day', start });
    const time = /^(\d{1,2})[:.](\d\d)$/.exec(one(values, 'exact_time'));
    if (!time || Number(time[1]) > 23 || Number(time[2]) > 59) return fail('exact_time', 'time_invalid');
    return notAhead('exact_d', start, { precision: 'exact_time', start, time: `${pad(time[1]!, 2)}:${time[2]}` });
  }
  if (when === 'month') {
    const [y, m] = [year('month_y'), one(values, 'month_m')];
    if (!/^\d{1,2}$/.test(m)) return fail('month_m', 'date_invalid');
    if (!y) return fail('month_y', 'year_invalid');
    const start = `${y}-${pad(m, 2)}-01`;
    return notAhead('month_m', start, { precision: 'month', start, end: lastDay(y, m) });
  }
  if (when === 'season') {
    const [y, season] = [year('season_y'), one(values, 'season')];
    if (!y) return fail('season_y', 'year_invalid');
    // "Winter 2019" may be its first months or its last: both are inside.
    const span = seasonMonths[season];
    const start = span ? `${y}-${span[0]}-01` : `${y}-01-01`;
    const end = span ? lastDay(y, span[1]) : lastDay(String(Number(y) + 1), '2');
    return notAhead('season_y', start, { precision: 'season', start, end, verbatim: `${season || 'winter'} ${y}` });
  }
  if (when === 'year') {
    const y = year('year_y');
    if (!y) return fail('year_y', 'year_invalid');
    return notAhead('year_y', `${y}-01-01`, { precision: 'year', start: `${y}-01-01`, end: `${y}-12-31` });
  }
  if (when === 'range') {
    const [start, end] = [dayOf(values, 'from'), dayOf(values, 'to')];
    if (!start) return fail('from_d');
    if (!end) return fail('to_d');
    if (end < start) return fail('to_d', 'date_order');
    return notAhead('to_d', end, { precision: 'range', start, end });
  }
  const end = dayOf(values, 'before');
  return end ? notAhead('before_d', end, { precision: 'before', end }) : fail('before_d');
}
