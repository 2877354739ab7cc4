import type { SameEventReason, Sighting } from './sighting.ts';
import { weights } from './weights.ts';

const dayMs = 86_400_000;
const day = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / dayMs;

/** First and last day that a date may mean, in days since 1970; null when nothing is known. */
export function daysOf({
  dateStart,
  dateEnd,
  datePrecision,
}: Pick<Sighting, 'dateStart' | 'dateEnd' | 'datePrecision'>): [from: number, to: number] | null {
  if (datePrecision === 'unknown' || (!dateStart && !dateEnd)) return null;
  if (datePrecision === 'before') return [day((dateEnd ?? dateStart)!) - 3_650, day((dateEnd ?? dateStart)!)];
  const start = new Date(`${dateStart ?? dateEnd}T00:00:00Z`);
  const end = new Date(`${dateEnd ?? dateStart}T00:00:00Z`);
  const last = end.getTime();
  if (datePrecision === 'month') end.setTime(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1, 0));
  if (datePrecision === 'month') start.setUTCDate(1);
  if (datePrecision === 'year') end.setTime(Date.UTC(start.getUTCFullYear(), 11, 31));
  if (datePrecision === 'year') start.setUTCMonth(0, 1);
  end.setTime(Math.max(last, end.getTime()));
  return [start.getTime() / dayMs, Math.max(start.getTime(), end.getTime()) / dayMs];
}

/** A mine, a sign or a trench is there on other days too. */
const lies = ({ kind }: Sighting) => kind.startsWith('hazard_');

/** Both uniform within what they say, or one off by a few days, against events spread over years. */
export function dateReason(a: Sighting, b: Sighting): SameEventReason {
  const [da, db] = [daysOf(a), daysOf(b)];
  if (!da || !db) return { key: 'date_unknown', weight: 0 };
  const { backgroundDays, misdated, misdatedDays, leastDateRatio } = weights;
  const slope = lies(a) && lies(b) ? weights.presenceDateSlope : weights.dateSlope;
  const [la, lb] = [da[1] - da[0] + 1, db[1] - db[0] + 1];
  const overlap = Math.min(da[1], db[1]) - Math.max(da[0], db[0]) + 1;
  const off = (gap: number) =>
    (misdated * Math.exp(-gap / misdatedDays)) / Math.max(2 * misdatedDays, Math.max(la, lb));
  if (overlap > 0) {
    const ratio = backgroundDays * (((1 - misdated) * overlap) / (la * lb) + off(0));
    const key = Math.max(la, lb) <= 3 ? 'same_days' : 'dates_overlap';
    return { key, weight: slope * Math.log(Math.max(leastDateRatio, ratio)) };
  }
  const gap = 1 - overlap;
  const weight = slope * Math.log(Math.max(leastDateRatio, backgroundDays * off(gap)));
  return { key: 'dates_apart', weight, detail: { days: Math.round(gap) } };
}
