import type { Grid } from '../../../geo/hex-grid.ts';
import { DEFAULT_PARAMETERS } from '../../model/parameters.ts';
import { addDated, advanceTo, liftsAt, mapOf, type RollingSums, rollingSums } from '../../model/stamps/rolling-sums.ts';
import type { Forecaster, ReplayEvent } from './forecaster.ts';

// A wide grid on purpose: a narrow one would weaken the baselines.
export const BANDWIDTHS_METRES = [
  700, 1_000, 1_400, 2_000, 2_800, 4_000, 5_600, 8_000, 11_000, 16_000, 22_000, 32_000, 45_000, 64_000,
];
const HALF_LIVES_DAYS = [0, 90, 180, 365, 730, 1_100, 1_830, 2_920, 5_000];

const { forgetting, forgettingMemory } = DEFAULT_PARAMETERS;

export const BASELINE_NAMES = ['count + decay', 'KDE', 'KDE + decay'] as const;

/**
 * The three baselines over one set of sums: counts per hexagon with decay, Gaussian KDE, KDE with decay. Bandwidth,
 * half-life and the share spread evenly are those that would have forecast the years up to now best; how fast old
 * forecasts are forgotten is chosen as it is for the mixture, so that nothing is tuned for the one and not for the other.
 */
export function baselineForecasters(grid: Grid, firstDay: number, halfLivesDays = HALF_LIVES_DAYS): Forecaster[] {
  const rolling = rollingSums(grid, [0, ...BANDWIDTHS_METRES], halfLivesDays, ['all'], firstDay);
  const past: Float64Array[] = [];
  return BASELINE_NAMES.map((name, b) => {
    const candidates = candidatesOf(rolling, name);
    const scores = forgetting.map(() => 0);
    let fits: Fit[] = [];
    let chosen = 0;
    return {
      name,
      meet(_year, events) {
        // The sums are common to the three: the first one keeps them.
        if (b === 0)
          past.push(
            liftsAt(
              rolling,
              events.map(({ cell }) => cell),
            ),
          );
        const met = past.at(-1)!;
        for (const [k, fit] of fits.entries())
          scores[k] = forgettingMemory * scores[k]! + scoreOf(met, rolling.sums.length, fit);
        fits = forgetting.map((forget) => bestFit(past, rolling.sums.length, candidates, forget));
      },
      learn(events, day) {
        if (b === 0) addAll(rolling, events, day);
      },
      forecast() {
        chosen = scores.indexOf(Math.max(...scores));
        const { component, even } = fits[chosen] ?? { component: candidates[0]!, even: 1 };
        const weights = new Float64Array(rolling.sums.length);
        weights[component] = 1 - even;
        return { map: mapOf(rolling, weights, even), strength: new Float64Array(0) };
      },
      settings() {
        const { component, even } = fits[chosen]!;
        const [scale, halfLife] = rolling.keys[component]!.split('|');
        return `h ${scale} m, half-life ${halfLife === '0' ? 'none' : `${halfLife} d`}, evenly ${even.toFixed(2)}, forgetting ${forgetting[chosen]}`;
      },
    };
  });
}

type Fit = { component: number; even: number };

export function candidatesOf(rolling: RollingSums, name: (typeof BASELINE_NAMES)[number]): number[] {
  return [...rolling.keys.keys()].filter((j) => {
    const [scale, halfLife] = rolling.keys[j]!.split('|');
    if (name === 'count + decay') return scale === '0';
    return scale !== '0' && (name === 'KDE + decay' || halfLife === '0');
  });
}

function addAll(rolling: RollingSums, events: readonly ReplayEvent[], day: number): void {
  advanceTo(rolling, day);
  for (const { x, y, radius, startDay, endDay } of events)
    addDated(rolling, { pieces: () => [{ x, y, radius, weight: 1 }], startDay, endDay, group: 'all', weight: 1 });
}

function scoreOf(lifts: Float64Array, columns: number, { component, even }: Fit): number {
  let score = 0;
  for (let at = component; at < lifts.length; at += columns) score += Math.log(even + (1 - even) * lifts[at]!);
  return score;
}

/** The candidate under which past forecasts were likeliest, its even share by EM of two components. */
export function bestFit(
  past: readonly Float64Array[],
  columns: number,
  candidates: readonly number[],
  forget: number,
): Fit {
  const weights = past.flatMap((year, y) =>
    new Array<number>(year.length / columns).fill(forget ** (past.length - 1 - y)),
  );
  const whole = weights.reduce((sum, w) => sum + w, 0);
  const lifts = new Float64Array(weights.length);
  let best = { component: candidates[0]!, even: 1, score: Number.NEGATIVE_INFINITY };
  for (const component of candidates) {
    let row = 0;
    for (const year of past) for (let at = component; at < year.length; at += columns) lifts[row++] = year[at]!;
    let even = 0.3;
    for (let round = 0; round < 15; round++) {
      let sum = 0.5;
      for (let i = 0; i < lifts.length; i++) sum += (weights[i]! * even) / (even + (1 - even) * lifts[i]!);
      even = sum / (whole + 1);
    }
    let score = 0;
    for (let i = 0; i < lifts.length; i++) score += weights[i]! * Math.log(even + (1 - even) * lifts[i]!);
    if (score > best.score) best = { component, even, score };
  }
  return best;
}
