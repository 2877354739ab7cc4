import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { equalAreaPlane } from '../../../geo/hex-plane.ts';
import { seededRandom } from '../../../seeded-random.ts';
import { generatedMinefields, TELLINGS, type Telling } from './generated-minefields.ts';
import { GROUND_KINDS, type GroundKind } from './hazards.ts';

// node lib/risk/backtest/generated/generated-files.ts FOLDER [SEED] [SIDE_KM] [INCIDENTS] [KIND] [TELLING]: made-up ground truth as files for the backtest.
const [folder = '.data/generated', seed = '1', sideKm = '120', count = '200', kind = 'front', telling = 'mixed'] =
  process.argv.slice(2);
if (!GROUND_KINDS.includes(kind as GroundKind) || !TELLINGS.includes(telling as Telling))
  throw new Error(`KIND is one of ${GROUND_KINDS.join(', ')}; TELLING one of ${TELLINGS.join(', ')}`);
const side = Number(sideKm) * 1_000;
const plane = equalAreaPlane(46.6, 39.8);
const at = (x: number, y: number) => plane.toLngLat([x - side / 2, y - side / 2]);
const ground = generatedMinefields(
  seededRandom(Number(seed)),
  side,
  Number(count),
  kind as GroundKind,
  telling as Telling,
);
const polygon = (ring: (readonly [number, number])[]) => ({
  type: 'Feature',
  properties: {},
  geometry: { type: 'Polygon', coordinates: [[...ring, ring[0]!].map(([x, y]) => at(x, y))] },
});
const corners = [[0, 0], [side, 0], [side, side], [0, side]] as const; // biome-ignore format: a square
const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
const collection = (features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features });

mkdirSync(folder, { recursive: true });
write('boundary.geojson', collection([polygon([...corners])]));
write('hazard.geojson', collection(ground.hazards.map(polygon)));
const settlements = ground.settlements.map(([x, y]) => at(x, y)).map(([lng, lat]) => `${lat},${lng}`);
write('settlements.csv', ['lat,lon', ...settlements].join('\n'));
const rows = ground.incidents.map(({ x, y, radius, startDay }, i) => {
  const [lng, lat] = at(x, y);
  return `G${i},${new Date(startDay * 86_400_000).toISOString().slice(0, 10)},day,${lat},${lng},${radius ?? ''}`;
});
write('events.csv', ['event_id,date,date_precision,lat,lon,uncertainty_m', ...rows].join('\n'));
