import type { LngLat } from './lng-lat.ts';
import { fromUtm, toUtm } from './utm.ts';

/** Where a point of the image (pixels, y downwards) lies on the ground. */
export type ControlPoint = { x: number; y: number; lngLat: LngLat };
/** Pixels to metres on EPSG:32638: east = a x + b y + c, north = d x + e y + f. */
export type Affine = { a: number; b: number; c: number; d: number; e: number; f: number };

export type Fit = {
  affine: Affine;
  /** Distance between each point as marked and as fitted, in metres. */
  residuals: number[];
  /** Root of the mean square with the fit's six freedoms taken off; null for exactly three points, which tell nothing of their error. */
  rmseMetres: number | null;
  /** Root mean square error of each point predicted from the others; null below four points. */
  leaveOneOutMetres: number | null;
};
export type FitRefusal = 'too_few_points' | 'points_on_a_line' | 'points_repeated';

const fewest = 3;
/** The narrower spread of the points must be at least this share of the wider, or the fit swings about their line. */
const leastSpread = 0.02;

/** Affine least squares over at least three control points that do not lie on one line. */
export function fitControlPoints(
  points: readonly ControlPoint[],
): { ok: true; fit: Fit } | { ok: false; code: FitRefusal } {
  if (points.length < fewest) return { ok: false, code: 'too_few_points' };
  if (new Set(points.map(({ x, y }) => `${x} ${y}`)).size < points.length)
    return { ok: false, code: 'points_repeated' };
  const ground = points
    .map(({ lngLat }) => toUtm(lngLat))
    .map(({ eastMetres, northMetres }) => ({ x: eastMetres, y: northMetres }));
  if (onALine(points) || onALine(ground)) return { ok: false, code: 'points_on_a_line' };
  const affine = solve(points);
  const residuals = points.map((point) => errorAt(affine, point));
  const squares = residuals.reduce((sum, r) => sum + r * r, 0);
  const freedom = points.length - fewest;
  return {
    ok: true,
    fit: {
      affine,
      residuals,
      rmseMetres: freedom > 0 ? Math.sqrt(squares / freedom) : null,
      leaveOneOutMetres: leaveOneOut(points),
    },
  };
}

/** Where a point of the image lies by the fit. */
export const applyAffine = ({ a, b, c, d, e, f }: Affine, x: number, y: number): LngLat =>
  fromUtm({ eastMetres: a * x + b * y + c, northMetres: d * x + e * y + f });

function errorAt({ a, b, c, d, e, f }: Affine, { x, y, lngLat }: ControlPoint): number {
  const { eastMetres, northMetres } = toUtm(lngLat);
  return Math.hypot(a * x + b * y + c - eastMetres, d * x + e * y + f - northMetres);
}

function leaveOneOut(points: readonly ControlPoint[]): number | null {
  if (points.length <= fewest) return null;
  let squares = 0;
  for (const [i, point] of points.entries()) {
    const others = points.filter((_, j) => j !== i);
    if (onALine(others)) return null;
    squares += errorAt(solve(others), point) ** 2;
  }
  return Math.sqrt(squares / points.length);
}

/** Normal equations about the centroid, so that eastings of six figures cost no digits. */
function solve(points: readonly ControlPoint[]): Affine {
  const n = points.length;
  const mean = (values: number[]) => values.reduce((sum, v) => sum + v, 0) / n;
  const utm = points.map(({ lngLat }) => toUtm(lngLat));
  const [mx, my] = [mean(points.map(({ x }) => x)), mean(points.map(({ y }) => y))];
  const [me, mn] = [mean(utm.map(({ eastMetres }) => eastMetres)), mean(utm.map(({ northMetres }) => northMetres))];
  let [xx, xy, yy, xe, ye, xn, yn] = [0, 0, 0, 0, 0, 0, 0];
  for (const [i, point] of points.entries()) {
    const [x, y] = [point.x - mx, point.y - my];
    const [east, north] = [utm[i]!.eastMetres - me, utm[i]!.northMetres - mn];
    xx += x * x;
    xy += x * y;
    yy += y * y;
    xe += x * east;
    ye += y * east;
    xn += x * north;
    yn += y * north;
  }
  const det = xx * yy - xy * xy;
  const [a, b] = [(xe * yy - ye * xy) / det, (ye * xx - xe * xy) / det];
  const [d, e] = [(xn * yy - yn * xy) / det, (yn * xx - xn * xy) / det];
  return { a, b, c: me - a * mx - b * my, d, e, f: mn - d * mx - e * my };
}

/** By the two principal spreads of the points. */
function onALine(points: readonly { x: number; y: number }[]): boolean {
  const n = points.length;
  const [mx, my] = [points.reduce((s, p) => s + p.x, 0) / n, points.reduce((s, p) => s + p.y, 0) / n];
  let [xx, xy, yy] = [0, 0, 0];
  for (const { x, y } of points) {
    xx += (x - mx) ** 2;
    xy += (x - mx) * (y - my);
    yy += (y - my) ** 2;
  }
  const [half, root] = [(xx + yy) / 2, Math.hypot((xx - yy) / 2, xy)];
  return half + root === 0 || Math.sqrt(Math.max(0, half - root) / (half + root)) < leastSpread;
}
