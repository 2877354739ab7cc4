import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { buildIfChanged } from '../build.ts';
import { stopOnSignals } from '../stop.ts';
import { addCounts, type Counts, noCounts } from './report.ts';
import { runShard } from './shard.ts';
import { storiesOnEmbedded, storiesOnPostgres } from './stories.ts';
import { findTools, installCommand, type Tools } from './tools.ts';
import { onEmbedded, onPostgres } from './unit.ts';

const began = performance.now();
const args = process.argv.slice(2);
const named = args.filter((arg) => !arg.startsWith('--'));
const wantsPostgres = args.includes('--postgres');
const total = noCounts();

stopOnSignals(130);
try {
  if (named.length > 0 || wantsPostgres) await some(findTools());
  else await everything(findTools());
} catch (error) {
  broken(error);
}
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`\n${total.notes.join('\n')}`);
console.log(
  `${Math.round((performance.now() - began) / 1000)} s\n${total.passed} passed, ${total.failed} failed${skipped}`,
);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);

/** `--test FILE…` on the embedded database, with `--postgres` on a temporary PostgreSQL; *.spec.ts files are stories in Chromium. */
async function some(tools: Tools): Promise<void> {
  const isStory = (file: string) => file.endsWith('.spec.ts');
  const files = named.length > 0 ? named.filter((file) => !isStory(file)) : testFiles();
  const specs = named.filter(isStory);
  if (wantsPostgres && !tools.postgres)
    throw new Error(`PostgreSQL with PostGIS is not installed: ${installCommand(tools)}`);
  if (files.length > 0)
    add(
      ...(await (tools.postgres && wantsPostgres ? onPostgres(files, true, tools.postgres) : onEmbedded(files, true))),
    );
  if (specs.length === 0) return;
  if (!tools.chromium) throw new Error(`Chromium is not installed: ${installCommand(tools)}`);
  await buildIfChanged(console.log);
  if (tools.postgres && wantsPostgres) add(await storiesOnPostgres(tools.chromium, tools.postgres, specs));
  else add(await storiesOnEmbedded(tools.chromium, specs));
}

async function everything(tools: Tools): Promise<void> {
  if (tools.missing.length > 0) {
    title(`WILL BE SKIPPED, because not installed: ${tools.missing.join(', ')}`);
    console.log(`To run everything:  ${installCommand(tools)}`);
  }
  title('Formatting, lint and types');
  if (spawnSync(process.execPath, ['lib/start/verify.ts'], { stdio: 'inherit' }).status === 0) total.passed += 1;
  else broken('formatting, lint or types');
  title('Tests on the embedded database');
  add(...(await onEmbedded(testFiles(), false)));
  if (tools.postgres) {
    title('Tests on PostgreSQL with PostGIS');
    add(...(await onPostgres(testFiles(), false, tools.postgres)));
  }
  title('Tests of the embedded database itself, and the production build');
  const own = runShard(globSync('lib/start/**/*.test.ts').sort(), {}, false);
  const building = tools.chromium ? buildIfChanged(console.log) : undefined;
  const [counts] = await Promise.allSettled([own, building]);
  if (counts.status === 'fulfilled') add(counts.value);
  await building;
  if (tools.chromium) {
    title('Stories in Chromium against the production build, on both databases side by side');
    const { chromium, postgres } = tools;
    const both = [storiesOnEmbedded(chromium), postgres ? storiesOnPostgres(chromium, postgres) : noCounts()];
    for (const story of await Promise.allSettled(both)) {
      if (story.status === 'fulfilled') add(story.value);
      else broken(story.reason);
    }
  }
  if (tools.missing.length === 0) return;
  title(`SKIPPED, because not installed: ${tools.missing.join(', ')}`);
  console.log(`To run everything:  ${installCommand(tools)}`);
  total.skipped += tools.missing.length;
}

/** Those of lib/start bring their own databases and run by themselves. */
function testFiles(): string[] {
  return globSync('{app,lib,drizzle}/**/*.test.ts')
    .filter((file) => !file.startsWith(join('lib', 'start')))
    .sort();
}

function add(...counts: Counts[]): void {
  for (const one of counts) addCounts(total, one);
}

function broken(reason: unknown): void {
  console.error(reason);
  total.failed += 1;
  total.notes.push(`✖ ${reason}`);
}

function title(text: string): void {
  console.log(`\n── ${text}`);
}
