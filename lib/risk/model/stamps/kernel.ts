/**
 * Radial profile of a stamp: mass that falls into one mean cell, tabulated over squared distance.
 * Value beyond reach is 0.
 */
export type Profile = { table: Float64Array; stepsPerSquareMetre: number; reachSquare: number; reach: number };

const STEPS = 1024;
// Beyond 4.5 standard deviations a Gaussian holds 4e-5 of its mass.
const CUTOFF = 4.5;
// Second moment per axis of a regular hexagon of area A is 0.0802 A (5 s^2 / 24 with A = 3 sqrt(3)/2 s^2).
const HEXAGON_MOMENT = 5 / (36 * Math.sqrt(3));
// Below this ratio of disc radius to deviation, matching moments errs by less than 1e-4 of the maximum.
const SMALL_DISC = 0.25;

/**
 * A Gaussian of deviation sqrt(variance) metres, blurred by the error disc and averaged over a hexagonal cell.
 * The larger disc is integrated exactly, f(d) = [1 - Q1(d/h, r/h)] / (pi r^2) with Q1 the Marcum function; the smaller
 * by a quadrature of degree 5 (Abramowitz & Stegun 25.4.61). The cell enters as the disc of the hexagon's second moment.
 */
export function stampProfile(variance: number, radiusMetres: number, cellArea: number): Profile {
  const cellRadius = 2 * Math.sqrt(HEXAGON_MOMENT * cellArea);
  const large = Math.max(radiusMetres, cellRadius);
  const small = Math.min(radiusMetres, cellRadius);
  const deviation = Math.sqrt(variance);
  const reach = CUTOFF * Math.sqrt(variance + (small * small) / 4) + large;
  const reachSquare = reach * reach;
  const density = discDensity(variance, large);
  const table = new Float64Array(STEPS + 2);
  for (let i = 0; i <= STEPS; i++) {
    const d = Math.sqrt((i / STEPS) * reachSquare);
    table[i] = cellArea * (small < SMALL_DISC * 0.2 * deviation ? density(d) : averageOverDisc(density, d, small));
  }
  return { table, stepsPerSquareMetre: STEPS / reachSquare, reachSquare, reach };
}

/** Mass at a squared distance, linear between the table's steps. */
export function valueAt(profile: Profile, squareMetres: number): number {
  if (squareMetres >= profile.reachSquare) return 0;
  const t = squareMetres * profile.stepsPerSquareMetre;
  const i = t | 0;
  const low = profile.table[i]!;
  return low + (t - i) * (profile.table[i + 1]! - low);
}

function discDensity(variance: number, radius: number): (d: number) => number {
  if (radius < SMALL_DISC * Math.sqrt(variance)) {
    const matched = variance + (radius * radius) / 4;
    return (d) => Math.exp((-d * d) / (2 * matched)) / (2 * Math.PI * matched);
  }
  const deviation = Math.sqrt(variance);
  return (d) => {
    const from = Math.max(0, d - 6.5 * deviation);
    const to = Math.min(radius, d + 6.5 * deviation);
    if (from >= to) return 0;
    let sum = 0;
    for (let k = 0; k < NODES.length; k++) {
      const rho = from + ((to - from) * (1 + NODES[k]!)) / 2;
      const gap = (d - rho) * (d - rho);
      sum += WEIGHTS[k]! * rho * Math.exp(-gap / (2 * variance)) * scaledBesselI0((d * rho) / variance);
    }
    return (sum * (to - from)) / 2 / variance / (Math.PI * radius * radius);
  };
}

function averageOverDisc(density: (d: number) => number, d: number, radius: number): number {
  const s = radius * Math.sqrt(2 / 3);
  let sum = density(d) / 4;
  for (let k = 0; k < 6; k++) {
    const angle = (k * Math.PI) / 3;
    sum += density(Math.sqrt(Math.max(0, d * d + s * s + 2 * d * s * Math.cos(angle)))) / 8;
  }
  return sum;
}

/** exp(-x) I0(x), Abramowitz & Stegun 9.8.1 and 9.8.2, relative error below 2e-7. */
export function scaledBesselI0(x: number): number {
  if (x < 3.75) {
    const t = (x / 3.75) ** 2;
    const p = 0.0360768 + t * 0.0045813;
    return Math.exp(-x) * (1 + t * (3.5156229 + t * (3.0899424 + t * (1.2067492 + t * (0.2659732 + t * p)))));
  }
  const t = 3.75 / x;
  const p = -0.02057706 + t * (0.02635537 + t * (-0.01647633 + t * 0.00392377));
  return (
    (0.39894228 + t * (0.01328592 + t * (0.00225319 + t * (-0.00157565 + t * (0.00916281 + t * p))))) / Math.sqrt(x)
  );
}

const [NODES, WEIGHTS] = gaussLegendre(24);

function gaussLegendre(n: number): [Float64Array, Float64Array] {
  const nodes = new Float64Array(n);
  const weights = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let z = Math.cos((Math.PI * (i + 0.75)) / (n + 0.5));
    let slope = 0;
    for (let step = 0; step < 50; step++) {
      let [p, before] = [1, 0];
      for (let j = 0; j < n; j++) [p, before] = [((2 * j + 1) * z * p - j * before) / (j + 1), p];
      slope = (n * (z * p - before)) / (z * z - 1);
      const shift = p / slope;
      z -= shift;
      if (Math.abs(shift) < 1e-15) break;
    }
    nodes[i] = z;
    weights[i] = 2 / ((1 - z * z) * slope * slope);
  }
  return [nodes, weights];
}
