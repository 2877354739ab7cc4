import type { Point } from '../../../geo/hex-plane.ts';

/** Made-up ground truth in a plane (metres): hazardous strips and areas, settlements, and what of it is reported. */
export type GeneratedGround = {
  hazards: Point[][];
  settlements: Point[];
  incidents: { x: number; y: number; radius: number; place: string; startDay: number }[];
};

export const GROUND_KINDS = ['front', 'border', 'clusters'] as const;
export type GroundKind = (typeof GROUND_KINDS)[number];

/**
 * A winding front of belts, one wide belt along a border, or clusters of fields; mined areas apart from them, settlements; incidents happen in hazards by how near people are,
 * are reported more in some districts than in others, and two in five are placed at the nearest settlement only.
 */
export function generatedMinefields(
  random: () => number,
  sideMetres: number,
  incidentCount: number,
  kind: GroundKind = 'front',
): GeneratedGround {
  const between = (low: number, high: number) => low + random() * (high - low);
  const settlements = Array.from({ length: 120 }, (): Point => [between(0, sideMetres), between(0, sideMetres)]);
  const hazards = [...HAZARDS[kind](random, sideMetres), ...areasApart(between, sideMetres)];
  const districts = Array.from({ length: 16 }, () => between(0.1, 1));
  const reporting = ([x, y]: Point) =>
    districts[Math.floor((4 * x) / sideMetres) + 4 * Math.floor((4 * y) / sideMetres)] ?? 0.1;
  const nearest = ([x, y]: Point) => {
    let [best, least] = [settlements[0]!, Infinity];
    for (const at of settlements) {
      const d = Math.hypot(at[0] - x, at[1] - y);
      if (d < least) [best, least] = [at, d];
    }
    return { at: best, distance: least };
  };
  const incidents: GeneratedGround['incidents'] = [];
  while (incidents.length < incidentCount) {
    const ring = hazards[Math.floor(random() * hazards.length)]!;
    const at = inside(ring, random);
    const { at: village, distance } = nearest(at);
    if (random() > Math.exp(-distance / 4_000) * reporting(at)) continue;
    const vague = random() < 0.4;
    const [x, y] = vague ? village : [at[0] + between(-150, 150), at[1] + between(-150, 150)];
    incidents.push({ x, y, radius: vague ? 2_000 : 200, place: `${x} ${y}`, startDay: between(8_000, 20_000) });
  }
  return { hazards, settlements, incidents };
}

const HAZARDS: Record<GroundKind, (random: () => number, side: number) => Point[][]> = {
  front: (random, side) => belt(random, side, 0.6, 150, 650, 0.75),
  border: (random, side) => belt(random, side, 0.1, 400, 1_600, 0.95),
  clusters(random, side) {
    const middles = Array.from({ length: 5 }, (): Point => [random() * side, random() * side]);
    const spread = () => (random() + random() + random() - 1.5) * 16_000;
    return middles.flatMap(([x, y]) =>
      Array.from({ length: 14 }, () =>
        rectangle(x + spread(), y + spread(), 200 + 1_200 * random(), 200 + 900 * random()),
      ),
    );
  },
};

function belt(
  random: () => number,
  side: number,
  towards: number,
  least: number,
  most: number,
  kept: number,
): Point[][] {
  const strips: Point[][] = [];
  let [x, y] = [0.1 * side, random() * 0.3 * side + 0.1 * side];
  let heading = towards;
  while (x < 0.95 * side && y < 0.95 * side) {
    heading += (random() - 0.5) * 0.9;
    heading = Math.max(-0.2, Math.min(1.4, heading));
    const length = 800 + random() * 1_500;
    const [nextX, nextY] = [x + length * Math.cos(heading), y + length * Math.sin(heading)];
    const width = least + random() * (most - least);
    const [ox, oy] = [-Math.sin(heading) * width, Math.cos(heading) * width];
    if (random() < kept)
      strips.push([
        [x, y],
        [nextX, nextY],
        [nextX + ox, nextY + oy],
        [x + ox, y + oy],
      ]);
    [x, y] = [nextX, nextY];
  }
  return strips;
}

function areasApart(between: (low: number, high: number) => number, side: number): Point[][] {
  return Array.from({ length: 25 }, (): Point[] => {
    const [x, y] = [between(0, side), between(0, side)];
    return rectangle(x, y, between(300, 1_500), between(300, 1_500));
  });
}

const rectangle = (x: number, y: number, w: number, h: number): Point[] => [
  [x, y],
  [x + w, y],
  [x + w, y + h],
  [x, y + h],
];

function inside(ring: Point[], random: () => number): Point {
  const [a, b, , d] = ring as [Point, Point, Point, Point];
  const [u, v] = [random(), random()];
  return [a[0] + u * (b[0] - a[0]) + v * (d[0] - a[0]), a[1] + u * (b[1] - a[1]) + v * (d[1] - a[1])];
}
