/** A non-decreasing step function: value[i] holds from start[i] on. */
export type Steps = { start: Float64Array; value: Float64Array };

/**
 * Isotonic recalibration by pooling adjacent violators (Barlow et al. 1972): observed over expected events as a
 * non-decreasing function of the forecast lift. Points are pooled until each step expects at least `leastExpected` events.
 */
export function isotonic(
  points: readonly { lift: number; expected: number; observed: number }[],
  leastExpected: number,
): Steps {
  const rate = (pool: Pool) => pool.observed / pool.weighted;
  const pools: Pool[] = [];
  for (const pool of grouped(points, leastExpected)) {
    pools.push(pool);
    while (pools.length > 1 && rate(pools.at(-2)!) >= rate(pools.at(-1)!)) absorb(pools.at(-2)!, pools.pop()!);
  }
  return { start: Float64Array.from(pools, (p) => p.start), value: Float64Array.from(pools, rate) };
}

// weighted: expected events over lift, so that observed / weighted is a lift.
type Pool = { start: number; expected: number; observed: number; weighted: number };

function grouped(
  points: readonly { lift: number; expected: number; observed: number }[],
  leastExpected: number,
): Pool[] {
  const groups: Pool[] = [];
  for (const { lift, expected, observed } of points.toSorted((a, b) => a.lift - b.lift)) {
    if (!(expected > 0)) continue;
    const pool = { start: lift, expected, observed, weighted: expected / lift };
    const last = groups.at(-1);
    if (last && last.expected < leastExpected) absorb(last, pool);
    else groups.push(pool);
  }
  const last = groups.at(-1);
  if (groups.length > 1 && last!.expected < leastExpected) absorb(groups.at(-2)!, groups.pop()!);
  return groups;
}

function absorb(into: Pool, pool: Pool): void {
  into.expected += pool.expected;
  into.observed += pool.observed;
  into.weighted += pool.weighted;
}

/** The lift of the step that a forecast lift falls on; lifts below the first step take the first. */
export function recalibrated({ start, value }: Steps, lift: number): number {
  const n = start.length;
  if (!n) return lift;
  let [low, high] = [0, n - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (start[middle]! <= lift) low = middle;
    else high = middle - 1;
  }
  return value[low]!;
}
