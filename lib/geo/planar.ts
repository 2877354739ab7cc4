/** Plane geometry in metres. A point is [x, y]; a box is closed, its border included. */
export type Point = readonly [x: number, y: number];
export type Segment = readonly [Point, Point];
export type Box = { minX: number; minY: number; maxX: number; maxY: number };

export function pointToBox(box: Box, [x, y]: Point): number {
  const dx = Math.max(box.minX - x, 0, x - box.maxX);
  const dy = Math.max(box.minY - y, 0, y - box.maxY);
  return Math.hypot(dx, dy);
}

export function pointToSegment([px, py]: Point, [[ax, ay], [bx, by]]: Segment): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length2 = dx * dx + dy * dy;
  const t = length2 === 0 ? 0 : Math.min(1, Math.max(0, ((px - ax) * dx + (py - ay) * dy) / length2));
  return Math.hypot(px - ax - t * dx, py - ay - t * dy);
}

/** Liang-Barsky clipping: does any part of the segment lie in the box? */
function segmentMeetsBox(box: Box, [[ax, ay], [bx, by]]: Segment): boolean {
  const [dx, dy] = [bx - ax, by - ay];
  let [from, to] = [0, 1];
  for (const [p, q] of [
    [-dx, ax - box.minX],
    [dx, box.maxX - ax],
    [-dy, ay - box.minY],
    [dy, box.maxY - ay],
  ] as const) {
    if (p === 0) {
      if (q < 0) return false;
    } else if (p < 0) from = Math.max(from, q / p);
    else to = Math.min(to, q / p);
  }
  return from <= to;
}

/** False only when the segment is surely farther from the box than `reach`; cheap. */
export const mayReach = (box: Box, [[ax, ay], [bx, by]]: Segment, reach: number): boolean =>
  Math.max(ax, bx) >= box.minX - reach &&
  Math.min(ax, bx) <= box.maxX + reach &&
  Math.max(ay, by) >= box.minY - reach &&
  Math.min(ay, by) <= box.maxY + reach;

/** Zero when they meet. */
export function segmentToBox(box: Box, segment: Segment): number {
  if (segmentMeetsBox(box, segment)) return 0;
  const corners: Point[] = [
    [box.minX, box.minY],
    [box.maxX, box.minY],
    [box.maxX, box.maxY],
    [box.minX, box.maxY],
  ];
  return Math.min(
    pointToBox(box, segment[0]),
    pointToBox(box, segment[1]),
    ...corners.map((corner) => pointToSegment(corner, segment)),
  );
}

/** Even-odd rule over the edges of all rings, so that holes are outside. */
export function ringsContain(edges: readonly Segment[], [x, y]: Point): boolean {
  let inside = false;
  for (const [[ax, ay], [bx, by]] of edges) {
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}
