/** Natural logarithm of the Gamma function (Lanczos, g = 7, n = 9; relative error below 1e-13). */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const z = x - 1;
  const sum = LANCZOS.reduce((total, c, i) => total + (i ? c / (z + i) : c), 0);
  const t = z + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(sum);
}

const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** Regularised lower incomplete Gamma function P(a, x) (Abramowitz & Stegun 6.5.29 and 6.5.31). */
export function gammaShareBelow(a: number, x: number): number {
  if (x <= 0) return 0;
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = 1; n < 10_000 && term > sum * 1e-16; n++) sum += term *= x / (a + n);
    return front * sum;
  }
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let h = d;
  for (let i = 1; i < 10_000; i++) {
    const an = -i * (i - a);
    b += 2;
    d = 1 / (an * d + b);
    c = b + an / c;
    h *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return 1 - front * h;
}

/** x with P(a, x) = share, by bisection on its logarithm and Newton steps; relative error below 1e-10. */
export function gammaQuantile(a: number, share: number): number {
  let [low, high] = [-700, Math.log(a + 10 * Math.sqrt(a) + 40)];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (gammaShareBelow(a, Math.exp(middle)) < share) low = middle;
    else high = middle;
  }
  return Math.exp((low + high) / 2);
}

/** gammaQuantile tabulated over a in [from, to] (512 steps of log a, linear in log-log: error below 1e-4). */
export function gammaQuantileTable(from: number, to: number, share: number): (a: number) => number {
  const steps = 512;
  const start = Math.log(from);
  const width = Math.max(Math.log(to / from), 1e-9) / steps;
  const logs = Float64Array.from({ length: steps + 2 }, (_, i) =>
    Math.log(gammaQuantile(Math.exp(start + i * width), share)),
  );
  return (a) => {
    const t = Math.min(Math.max((Math.log(a) - start) / width, 0), steps);
    const i = Math.floor(t);
    return Math.exp(logs[i]! + (t - i) * (logs[i + 1]! - logs[i]!));
  };
}
