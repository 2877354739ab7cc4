import { seededRandom } from '../../seeded-random.ts';
import { PLACE_FOLDS } from '../model/learning/place-mixture.ts';
import { type CaseSize, generatedCase } from './generated/generated-case.ts';
import { TELLINGS } from './generated/generated-minefields.ts';
import { GROUND_KINDS } from './generated/hazards.ts';
import { hazardFound } from './judged/ground-truth.ts';
import { BASELINE_NAMES } from './models/baselines.ts';
import { staticMaps } from './models/static-maps.ts';

// Whoever changes the model looks at the development seeds only; the others judge it. The first size is run with all of them.
const SEEDS = { development: [1, 2, 3], judgement: [101, 102, 103] };
const SIZES: Record<string, CaseSize> = {
  'cells of 25 sq km': { sideKm: 160, incidents: 200, cellAreaKm2: 25 },
  'few events': { sideKm: 160, incidents: 60, cellAreaKm2: 25 },
  'many events': { sideKm: 160, incidents: 1_000, cellAreaKm2: 25 },
  'cells of 2 sq km': { sideKm: 100, incidents: 300, cellAreaKm2: 2 },
};
type Found = readonly [five: number, ten: number];
type Case = { seeds: string; size: string; kind: string; telling: string; mixture: Found; baselines: Found[] };

function found(
  seeds: string,
  size: string,
  kind: (typeof GROUND_KINDS)[number],
  telling: (typeof TELLINGS)[number],
  seed: number,
): Case {
  const { grid, placed, dated, day, area } = generatedCase(kind, telling, seed, SIZES[size]!);
  const deal = seededRandom(seed);
  const maps = staticMaps(grid, placed, day, dated, () => Math.floor(deal() * PLACE_FOLDS), 'ground');
  const [mixture, ...baselines] = maps.map(({ map }): Found => {
    const [, five, ten] = hazardFound(grid, map, area);
    return [five!.all, ten!.all];
  });
  return { seeds, size, kind, telling, mixture: mixture!, baselines };
}

const mean = (values: number[]) => (values.reduce((sum, one) => sum + one, 0) / values.length).toFixed(3);

function line(title: string, cases: readonly Case[]): string {
  const shares = ([0, 1] as const).map((share) => {
    const won = cases.filter(({ mixture, baselines }) => baselines.every((one) => mixture[share] > one[share])).length;
    const baselines = BASELINE_NAMES.map((_, b) => mean(cases.map((one) => one.baselines[b]![share])));
    return `${mean(cases.map(({ mixture }) => mixture[share]))} against ${baselines.join(' ')}, above all in ${String(won).padStart(3)}`;
  });
  return `  ${title.padEnd(20)} ${shares.join(' | ')} of ${cases.length}`;
}

const asked = process.argv.slice(2);
const cases = Object.entries(SEEDS)
  .filter(([seeds]) => !asked.length || asked.includes(seeds))
  .flatMap(([seeds, numbers]) =>
    Object.keys(SIZES).flatMap((size, s) =>
      GROUND_KINDS.flatMap((kind) =>
        TELLINGS.flatMap((telling) =>
          numbers.slice(0, s ? 1 : 3).map((seed) => found(seeds, size, kind, telling, seed)),
        ),
      ),
    ),
  );
console.log(
  `hazardous area found on generated minefields, mixture against ${BASELINE_NAMES.join(', ')}: first 5 % of area | first 10 %`,
);
for (const seeds of new Set(cases.map((one) => one.seeds))) {
  const of = cases.filter((one) => one.seeds === seeds);
  console.log(line(seeds, of));
  for (const by of ['size', 'kind', 'telling'] as const)
    for (const [name, members] of Map.groupBy(of, (one) => one[by])) console.log(line(`  ${name}`, members));
}
