/**
 * Relevance left on day asOf of an event in startDay..endDay, for a half-life in days (0 = infinity): the mean of
 * 2^(-(T-t)/tau) over the interval, tau/(ln2 (t2-t1)) * (2^(-(T-t2)/tau) - 2^(-(T-t1)/tau)).
 */
export function decay(startDay: number, endDay: number, asOfDay: number, halfLifeDays: number): number {
  if (halfLifeDays === 0) return 1;
  const late = 2 ** (-(asOfDay - endDay) / halfLifeDays);
  const length = endDay - startDay;
  if (length < 1e-3 * halfLifeDays) return late * 2 ** (-length / 2 / halfLifeDays);
  return (halfLifeDays / (Math.LN2 * length)) * (late - 2 ** (-(asOfDay - startDay) / halfLifeDays));
}
