// How well "same event?" finds what is the same: npm run measure:duplicates -- --seed 11 [--incidents FILE.csv]
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { demonstrationPlaces } from '../../../../drizzle/demonstration/read-places.ts';
import { offeredScore } from '../weights.ts';
import { duplicateSet } from './duplicate-set.ts';
import { figuresOf } from './figures.ts';
import { readEvents } from './incidents.ts';

const usage = `npm run measure:duplicates -- --seed 11
  [--incidents FILE.csv]  incidents in the columns of drizzle/demonstration/public-incidents.csv
  [--seeds 3]             further seeds after the first
  [--pairs 400] [--distractors 4000]
  [--postgres]            the search on PostgreSQL instead of the embedded database
  [--json]                figures of the scorer alone, a line a seed`;

try {
  const { values } = parseArgs({
    args: process.argv.slice(2).filter((arg, i) => arg !== '--' || i > 0),
    options: {
      seed: { type: 'string', default: '11' },
      seeds: { type: 'string', default: '1' },
      incidents: { type: 'string' },
      pairs: { type: 'string', default: '400' },
      distractors: { type: 'string', default: '4000' },
      postgres: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const whole = (name: 'seed' | 'seeds' | 'pairs' | 'distractors'): number => {
    const value = Number(values[name]);
    if (!Number.isInteger(value) || value < 0) throw new Error(`--${name} must be a whole number`);
    return value;
  };
  const standard = fileURLToPath(new URL('../../../../drizzle/demonstration/public-incidents.csv', import.meta.url));
  const incidents = values.incidents ?? standard;
  const events = readEvents(readFileSync(incidents, 'utf8'), demonstrationPlaces());
  for (let k = 0; k < Math.max(1, whole('seeds')); k++) {
    const seed = whole('seed') + k;
    const set = { pairs: whole('pairs'), distractors: whole('distractors'), seed };
    const figures = figuresOf(duplicateSet(events, set));
    if (values.json) console.log(JSON.stringify({ seed, ...figures }));
    else {
      print(seed, events.length, figures);
      measureRetrieval({ ...set, incidents }, values.postgres);
    }
  }
} catch (error) {
  console.error(`${(error as Error).message}\n\n${usage}`);
  process.exit(1);
}

function print(seed: number, events: number, figures: ReturnType<typeof figuresOf>): void {
  const { pairs, unmatched, pool, recallAt5, precision, offered, offeredShare, msPerQuery } = figures;
  const percent = (value: number) => (Number.isNaN(value) ? '     –' : `${(100 * value).toFixed(1).padStart(5)} %`);
  console.log(`\nseed ${seed}: ${events} events, ${pairs} pairs, ${unmatched} without a match, ${pool} reports held`);
  console.log(`  recall at 5                            ${percent(recallAt5)}`);
  console.log(`  right among what is offered (from ${offeredScore})   ${percent(precision)}   of ${offered} offered`);
  console.log(`  pairs whose own report is offered      ${percent(offeredShare)}`);
  console.log('  by what differs                 pairs  recall at 5   offered');
  for (const { name, ...one } of figures.strata)
    console.log(
      `    ${name.padEnd(27)} ${String(one.pairs).padStart(6)}      ${percent(one.recallAt5)}   ${percent(one.offeredShare)}`,
    );
  console.log('  chance said / share right');
  for (const { said, right, count } of figures.calibration)
    if (count > 0) console.log(`    ${percent(said)} / ${percent(right)}   ${String(count).padStart(6)}`);
  console.log(`  ${msPerQuery.toFixed(1)} ms a query against all of them`);
}

/** The search that finds candidates for the scorer, on a database of its own. */
function measureRetrieval(set: Record<string, unknown>, postgres: boolean): void {
  const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));
  const args = [file('../../../start/bench.ts'), file('./retrieval.bench.ts'), ...(postgres ? ['--postgres'] : [])];
  const { status } = spawnSync(process.execPath, [...process.execArgv, ...args], {
    env: { ...process.env, MINECLUE_MEASURE: JSON.stringify(set) },
    stdio: 'inherit',
  });
  if (status !== 0) process.exitCode = 1;
}
