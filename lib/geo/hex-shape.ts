import type { Point } from './hex-plane.ts';

/** Signed area (square metres, positive counter-clockwise), centroid times area, of a ring without repeated end. */
export function ringMoments(ring: readonly Point[]): { area: number; sumX: number; sumY: number } {
  let [area, sumX, sumY] = [0, 0, 0];
  for (let i = 0; i < ring.length; i++) {
    const [x1, y1] = ring[i]!;
    const [x2, y2] = ring[(i + 1) % ring.length]!;
    const cross = x1 * y2 - x2 * y1;
    area += cross / 2;
    sumX += ((x1 + x2) * cross) / 6;
    sumY += ((y1 + y2) * cross) / 6;
  }
  return { area, sumX, sumY };
}

/** Clips a ring by a convex counter-clockwise ring (Sutherland & Hodgman 1974). The area is exact, edges may double back. */
export function clipByConvex(ring: readonly Point[], convex: readonly Point[]): Point[] {
  let kept = ring.slice();
  for (let e = 0; e < convex.length && kept.length; e++) {
    const [ax, ay] = convex[e]!;
    const [bx, by] = convex[(e + 1) % convex.length]!;
    const side = ([x, y]: Point) => (bx - ax) * (y - ay) - (by - ay) * (x - ax);
    const input = kept;
    kept = [];
    let from = input[input.length - 1]!;
    let fromSide = side(from);
    for (const to of input) {
      const toSide = side(to);
      if (toSide >= 0 !== fromSide >= 0) {
        const t = fromSide / (fromSide - toSide);
        kept.push([from[0] + t * (to[0] - from[0]), from[1] + t * (to[1] - from[1])]);
      }
      if (toSide >= 0) kept.push(to);
      from = to;
      fromSide = toSide;
    }
  }
  return kept;
}

/** Area and centroid of polygon-with-holes inside a convex ring; null when they do not meet. */
export function overlap(
  rings: readonly (readonly Point[])[],
  convex: readonly Point[],
): { area: number; x: number; y: number } | null {
  let [area, sumX, sumY] = [0, 0, 0];
  for (const [index, ring] of rings.entries()) {
    const part = ringMoments(clipByConvex(ring, convex));
    const sign = (index === 0 ? 1 : -1) * (part.area < 0 ? -1 : 1);
    area += sign * part.area;
    sumX += sign * part.sumX;
    sumY += sign * part.sumY;
  }
  return area > 1e-6 ? { area, x: sumX / area, y: sumY / area } : null;
}

export function boundsOf(points: Iterable<Point>): [number, number, number, number] {
  const bounds: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    bounds[0] = Math.min(bounds[0], x);
    bounds[1] = Math.min(bounds[1], y);
    bounds[2] = Math.max(bounds[2], x);
    bounds[3] = Math.max(bounds[3], y);
  }
  return bounds;
}

/** Even-odd test over all rings of a polygon, holes included. */
export const contains = (rings: readonly (readonly Point[])[], x: number, y: number) =>
  isWithin(crossingsAt(rings, y), x);

/** Where the rings cross the line at y, from west to east or not. */
export function crossingsAt(rings: readonly (readonly Point[])[], y: number): number[] {
  const crossings: number[] = [];
  for (const ring of rings)
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [xi, yi] = ring[i]!;
      const [xj, yj] = ring[j]!;
      if (yi > y !== yj > y) crossings.push(((xj - xi) * (y - yi)) / (yj - yi) + xi);
    }
  return crossings;
}

/** Whether x lies inside, given the crossings of its line: an odd number of them lies east of it. */
export const isWithin = (crossings: readonly number[], x: number) =>
  crossings.reduce((inside, at) => (x < at ? !inside : inside), false);

/** Whether any two edges of the polygon's rings cross or a ring touches itself, by a sweep over x. */
export function crossesItself(rings: readonly (readonly Point[])[]): boolean {
  const edges = rings.flatMap((ring, r) =>
    ring.map((a, i) => ({ a, b: ring[(i + 1) % ring.length]!, r, i, last: ring.length - 1 })),
  );
  edges.sort((e, f) => Math.min(e.a[0], e.b[0]) - Math.min(f.a[0], f.b[0]));
  for (let m = 0; m < edges.length; m++) {
    const e = edges[m]!;
    const right = Math.max(e.a[0], e.b[0]);
    for (let n = m + 1; n < edges.length; n++) {
      const f = edges[n]!;
      if (Math.min(f.a[0], f.b[0]) > right) break;
      const gap = Math.abs(e.i - f.i);
      if (e.r === f.r && (gap === 1 || gap === e.last)) continue;
      if (properlyCross(e.a, e.b, f.a, f.b)) return true;
    }
  }
  return false;
}

function properlyCross(a: Point, b: Point, c: Point, d: Point): boolean {
  const turn = (p: Point, q: Point, r: Point) => (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]);
  return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}
