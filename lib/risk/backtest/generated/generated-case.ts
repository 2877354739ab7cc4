import { plainHexGrid } from '../../../geo/hex-grid.ts';
import { equalAreaPlane, type Point } from '../../../geo/hex-plane.ts';
import { seededRandom } from '../../../seeded-random.ts';
import { placeUndated } from '../inputs/place-events.ts';
import { hazardousArea } from '../judged/ground-truth.ts';
import { generatedMinefields, type Telling } from './generated-minefields.ts';
import type { GroundKind } from './hazards.ts';

export type CaseSize = { sideKm: number; incidents: number; cellAreaKm2: number };

/** A generated country as the backtest sees it: its grid, its placed events, and the hazardous area of each cell. */
export function generatedCase(kind: GroundKind, telling: Telling, seed: number, size: CaseSize) {
  const side = size.sideKm * 1_000;
  const plane = equalAreaPlane(46.6, 39.8);
  const at = ([x, y]: Point) => plane.toLngLat([x - side / 2, y - side / 2]);
  const corners: Point[] = [[0, 0], [side, 0], [side, side], [0, side]]; // biome-ignore format: a square
  const grid = plainHexGrid([[corners.map(at)]], size.cellAreaKm2 * 1e6);
  const ground = generatedMinefields(seededRandom(seed), side, size.incidents, kind, telling);
  const events = ground.incidents.map(({ x, y, radius, startDay }, i) => {
    const [lng, lat] = at([x, y]);
    const when = { startDay, endDay: startDay, year: 1970 + Math.floor(startDay / 365.25) };
    return { id: `G${i}`, lng, lat, place: `${lat},${lng}`, ...when, uncertaintyMetres: radius, class: null };
  });
  const { placed, dated, day } = placeUndated(grid, events);
  const area = hazardousArea(
    grid,
    ground.hazards.map((ring) => [ring.map(at)]),
    placed,
  );
  return { grid, placed, dated, day, area };
}
