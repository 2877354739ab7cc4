import type { Point } from '../../../geo/hex-plane.ts';

export const GROUND_KINDS = ['front', 'border', 'clusters', 'towns', 'regions'] as const;
export type GroundKind = (typeof GROUND_KINDS)[number];

/**
 * Made-up hazardous areas in a square of sideMetres: a winding front of belts; one wide belt along a border; clusters of fields; small
 * fields around some settlements and along the roads between them; or regions with fields of very different sizes. Some lie apart.
 */
export function hazardsOf(
  kind: GroundKind,
  random: () => number,
  sideMetres: number,
  settlements: readonly Point[],
): Point[][] {
  const apart = Array.from({ length: 25 }, () =>
    rectangle(random() * sideMetres, random() * sideMetres, 300 + 1_200 * random(), 300 + 1_200 * random()),
  );
  return [...HAZARDS[kind](random, sideMetres, settlements), ...apart];
}

const HAZARDS: Record<GroundKind, (random: () => number, side: number, settlements: readonly Point[]) => Point[][]> = {
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
  towns(random, _side, settlements) {
    const held = settlements.filter(() => random() < 0.25);
    const around = held.flatMap(([x, y]) =>
      Array.from({ length: 2 + Math.floor(6 * random()) }, () => {
        const [turn, distance] = [2 * Math.PI * random(), 400 + 2_600 * random()];
        return rectangle(x + distance * Math.cos(turn), y + distance * Math.sin(turn), ...smallSides(random));
      }),
    );
    const roads = held
      .flatMap((from, i) => held.slice(i + 1).map((to) => [from, to] as const))
      .filter(([[x1, y1], [x2, y2]]) => Math.hypot(x1 - x2, y1 - y2) < 20_000 && random() < 0.5);
    const along = roads.flatMap(([[x1, y1], [x2, y2]]) =>
      Array.from({ length: Math.floor(8 * random()) }, () => {
        const t = random();
        return rectangle(x1 + t * (x2 - x1), y1 + t * (y2 - y1), ...smallSides(random));
      }),
    );
    return [...around, ...along];
  },
  regions(random, side) {
    const sideLength = () => Math.min(4_000, 150 * Math.exp(normal(random)));
    return Array.from({ length: 8 }, () => {
      const [x, y] = [random() * side, random() * side];
      const [width, height] = [4_000 + 20_000 * random(), 4_000 + 20_000 * random()];
      return Array.from({ length: Math.floor(5 + 60 * random()) }, () =>
        rectangle(x + width * normal(random), y + height * normal(random), sideLength(), sideLength()),
      );
    })
      .flat()
      .filter(([corner]) => corner!.every((v) => v > 0 && v < side));
  },
};

const smallSides = (random: () => number): [number, number] => [50 + 600 * random() ** 2, 50 + 600 * random() ** 2];

/** A standard normal number (Box and Muller 1958). */
export const normal = (random: () => number) =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

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

const rectangle = (x: number, y: number, width: number, height: number): Point[] => [
  [x, y],
  [x + width, y],
  [x + width, y + height],
  [x, y + height],
];
