import { logGamma } from './gamma.ts';

/** A forecast count: Gamma rate of this shape and mean, then Poisson, so negative binomial; and what was counted. */
export type CountForecast = { shape: number; mean: number; observed: number };

/** Log probability of k counts: negative binomial with Gamma shape a and mean m. */
export function logCount(k: number, shape: number, mean: number): number {
  return (
    logGamma(shape + k) -
    logGamma(shape) -
    logGamma(k + 1) +
    shape * Math.log(shape / (shape + mean)) +
    (k ? k * Math.log(mean / (shape + mean)) : 0)
  );
}

/** P(count <= k). */
export function countShareUpTo(k: number, shape: number, mean: number): number {
  let sum = 0;
  for (let i = 0; i <= k; i++) sum += Math.exp(logCount(i, shape, mean));
  return Math.min(1, sum);
}

/**
 * The factor by which shapes are too large (cells share clues, totals drift): that which makes past counts likeliest,
 * by golden section on its logarithm. Divide shapes by it.
 */
export function learnDispersion(past: readonly CountForecast[]): number {
  const score = (log: number) =>
    past.reduce((sum, { shape, mean, observed }) => sum + logCount(observed, shape / Math.exp(log), mean), 0);
  let [low, high] = [-3, 9];
  const golden = (Math.sqrt(5) - 1) / 2;
  for (let step = 0; step < 40; step++) {
    const [left, right] = [high - golden * (high - low), low + golden * (high - low)];
    if (score(left) > score(right)) high = right;
    else low = left;
  }
  return Math.exp((low + high) / 2);
}
