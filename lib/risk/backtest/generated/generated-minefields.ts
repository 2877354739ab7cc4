import type { Point } from '../../../geo/hex-plane.ts';
import { type GroundKind, hazardsOf, normal } from './hazards.ts';

/** Made-up ground truth in a plane (metres): hazardous areas, settlements, and what of them is reported; radius null: not stated. */
export type GeneratedGround = {
  hazards: Point[][];
  settlements: Point[];
  incidents: { x: number; y: number; radius: number | null; startDay: number }[];
};

/**
 * How a country's file places its incidents: as they lie, two in five at the nearest settlement only, saying so; all at the nearest
 * settlement; rounded to a minute of arc; in part at one seat a district; the first with ground cleared where most was told, or with
 * incidents that no hazard of the survey explains.
 */
export const TELLINGS = ['mixed', 'villages', 'rounded', 'seats', 'cleared', 'strays'] as const;
export type Telling = (typeof TELLINGS)[number];

const DISTRICTS_A_SIDE = 5;
const MINUTE_METRES = 1_850;
const SETTLEMENTS_PER_SQUARE_KM = 120 / 120 ** 2;

/** Incidents happen in hazards by how near and how large settlements are, and are reported more in some districts than in others. */
export function generatedMinefields(
  random: () => number,
  sideMetres: number,
  incidentCount: number,
  kind: GroundKind = 'front',
  telling: Telling = 'mixed',
): GeneratedGround {
  const between = (low: number, high: number) => low + random() * (high - low);
  const settlements = Array.from({ length: Math.round(SETTLEMENTS_PER_SQUARE_KM * (sideMetres / 1_000) ** 2) }, () => ({
    at: [between(0, sideMetres), between(0, sideMetres)] as Point,
    size: Math.min(1, Math.exp(0.8 * normal(random)) / 3),
  }));
  const hazards = hazardsOf(
    kind,
    random,
    sideMetres,
    settlements.map(({ at }) => at),
  );
  const districts = Array.from({ length: DISTRICTS_A_SIDE ** 2 }, (_, i) => {
    const middle = (v: number) => ((v + between(0.25, 0.75)) * sideMetres) / DISTRICTS_A_SIDE;
    const seat: Point = [middle(i % DISTRICTS_A_SIDE), middle(Math.floor(i / DISTRICTS_A_SIDE))];
    return { reporting: between(0.1, 1), seat };
  });
  const part = (v: number) =>
    Math.max(0, Math.min(DISTRICTS_A_SIDE - 1, Math.floor((DISTRICTS_A_SIDE * v) / sideMetres)));
  const districtOf = ([x, y]: Point) => districts[part(x) + DISTRICTS_A_SIDE * part(y)]!;
  const exact = ([x, y]: Point) => ({ x: x + between(-150, 150), y: y + between(-150, 150), radius: 200 });
  const round = (v: number) => MINUTE_METRES * Math.round(v / MINUTE_METRES);
  const place = (at: Point, village: Point): { x: number; y: number; radius: number | null } => {
    const unstated = ([x, y]: Point) => ({ x, y, radius: null });
    if (telling === 'villages') return unstated(village);
    if (telling === 'rounded') return unstated([round(at[0]), round(at[1])]);
    if (telling === 'seats') {
      const how = random();
      return unstated(how < 0.35 ? districtOf(at).seat : how < 0.7 ? village : at);
    }
    if (random() < 0.4) return { x: village[0], y: village[1], radius: 2_000 };
    return exact(at);
  };
  const told = hazards.map(() => 0);
  const incidents: GeneratedGround['incidents'] = [];
  while (incidents.length < incidentCount) {
    const startDay = between(8_000, 20_000);
    if (telling === 'strays' && random() < 0.02) {
      const [x, y] = settlements[Math.floor(random() * settlements.length)]!.at;
      incidents.push({ ...exact([x + between(-3_000, 3_000), y + between(-3_000, 3_000)]), startDay });
      continue;
    }
    const h = Math.floor(random() * hazards.length);
    const at = inside(hazards[h]!, random);
    const { village, distance } = nearest(settlements, at);
    if (random() > village.size * Math.exp(-distance / 4_000) * districtOf(at).reporting) continue;
    told[h]!++;
    incidents.push({ ...place(at, village.at), startDay });
  }
  return {
    hazards: telling === 'cleared' ? hazards.filter((_, h) => random() < 0.75 ** told[h]!) : hazards,
    settlements: settlements.map(({ at }) => at),
    incidents,
  };
}

function nearest<T extends { at: Point }>(settlements: readonly T[], [x, y]: Point) {
  let [village, distance] = [settlements[0]!, Number.POSITIVE_INFINITY];
  for (const one of settlements) {
    const d = Math.hypot(one.at[0] - x, one.at[1] - y);
    if (d < distance) [village, distance] = [one, d];
  }
  return { village, distance };
}

function inside(ring: Point[], random: () => number): Point {
  const [a, b, , d] = ring as [Point, Point, Point, Point];
  const [u, v] = [random(), random()];
  return [a[0] + u * (b[0] - a[0]) + v * (d[0] - a[0]), a[1] + u * (b[1] - a[1]) + v * (d[1] - a[1])];
}
