import { h3Grid } from '../../geo/hex-grid.ts';
import type { LngLatPolygons } from '../../geo/hex-plane.ts';
import { seededRandom } from '../../seeded-random.ts';
import type { RiskClue } from './clue.ts';
import { addClues, emptyEvidence, retractClue } from './evidence.ts';
import { learnFromClues } from './learning/learn-from-clues.ts';
import { mixtureOf, predictive } from './mixture.ts';
import { CLUE_KINDS, DEFAULT_PARAMETERS, PRECISIONS } from './parameters.ts';
import { surfaceOf } from './surface.ts';

// A square of about 22,000 cells of resolution 8.
const AREA: LngLatPolygons = [[[[46, 39.2], [47.45, 39.2], [47.45, 40.38], [46, 40.38], [46, 39.2]]]]; // biome-ignore format: one ring
const TODAY = 20_000;
const RADII = [30, 300, 1_500];
const megabytes = () => process.memoryUsage().rss / 2 ** 20;

export function someClues(count: number, random: () => number): RiskClue[] {
  return Array.from({ length: count }, (_, i) => {
    const p = Math.floor(random() * 3);
    const endDay = 8_000 + Math.floor(random() * 12_000);
    return {
      id: `clue-${i}`,
      kind: CLUE_KINDS[Math.floor(random() * 3)]!,
      precision: PRECISIONS[p]!,
      geometry: { type: 'point', lng: 46 + 1.45 * random(), lat: 39.2 + 1.18 * random(), radiusMetres: RADII[p]! },
      startDay: endDay - Math.floor(random() * 365),
      endDay,
      reliability: 0.3 + 0.7 * random(),
      sourceKey: '',
    };
  });
}

function percentile(times: number[], share: number): number {
  return times.toSorted((a, b) => a - b)[Math.floor(share * times.length)]!;
}

function single(): void {
  const grid = h3Grid(AREA, 8);
  const evidence = emptyEvidence(grid, DEFAULT_PARAMETERS, TODAY);
  addClues(evidence, someClues(2_000, seededRandom(1)));
  const more = someClues(400, seededRandom(2)).map((clue) => ({ ...clue, id: `more-${clue.id}` }));
  const [add, map] = [[] as number[], [] as number[]];
  for (const clue of more) {
    const start = performance.now();
    addClues(evidence, [clue]);
    add.push(performance.now() - start);
    predictive(evidence, mixtureOf(evidence));
    map.push(performance.now() - start);
  }
  const start = performance.now();
  for (const clue of more) retractClue(evidence, clue.id);
  const retract = (performance.now() - start) / more.length;
  console.log(`one clue on ${grid.size} cells holding 2,000 clues`);
  console.log(
    `  sums: p50 ${percentile(add, 0.5).toFixed(2)} ms, p95 ${percentile(add, 0.95).toFixed(2)} ms; retract ${retract.toFixed(2)} ms`,
  );
  console.log(
    `  sums and predictive map: p50 ${percentile(map, 0.5).toFixed(2)} ms, p95 ${percentile(map, 0.95).toFixed(2)} ms`,
  );
}

function batch(count: number, before: number | null): number {
  const clues = someClues(count, seededRandom(count));
  const start = performance.now();
  const evidence = emptyEvidence(h3Grid(AREA, 8), DEFAULT_PARAMETERS, TODAY);
  addClues(evidence, clues);
  const summed = performance.now() - start;
  surfaceOf(evidence);
  const whole = performance.now() - start;
  const held = megabytes();
  const growth = before ? `, ${(whole / before).toFixed(1)} times the tenth` : '';
  console.log(
    `  ${count} clues: sums ${(summed / 1_000).toFixed(2)} s, with surface ${(whole / 1_000).toFixed(2)} s, ${held.toFixed(0)} MB${growth}`,
  );
  if (count <= 100_000) {
    const learning = performance.now();
    const { learnedEvents } = learnFromClues(evidence.grid, clues, TODAY, DEFAULT_PARAMETERS);
    const seconds = (performance.now() - learning) / 1_000;
    console.log(
      `    learning weights from them: ${seconds.toFixed(2)} s, ${megabytes().toFixed(0)} MB, ${learnedEvents.toFixed(0)} events`,
    );
  }
  return whole;
}

single();
console.log('batch, grid included');
let before: number | null = null;
for (const count of process.argv.includes('--long') ? [1_000, 10_000, 100_000, 1_000_000] : [1_000, 10_000, 100_000])
  before = batch(count, before);
