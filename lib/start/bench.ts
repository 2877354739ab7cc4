// Runs the benches one after another, each on a fresh database: `npm run bench -- [--postgres] [FILE…]`; other flags are the benches' own.
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { startEmbedded } from './embedded/start.ts';
import { type Cluster, startCluster } from './tests/cluster.ts';
import { testSettings } from './tests/shard.ts';
import { preparedTemplate } from './tests/template.ts';
import { findTools, installCommand } from './tests/tools.ts';

const named = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
const flags = process.argv.slice(2).filter((arg) => arg.startsWith('--') && arg !== '--postgres');
const files = named.length > 0 ? named : globSync('{app,lib,drizzle}/**/*.bench.ts').sort();
if (files.length === 0) console.log('There are no benches (*.bench.ts).');
const cluster = process.argv.includes('--postgres') ? await postgres() : undefined;
const template = files.length > 0 && !cluster ? await preparedTemplate() : '';

for (const [i, file] of files.entries()) {
  console.log(`\n── ${file}`);
  if (cluster) run(file, { DATABASE_URL: await cluster.newDatabase(`bench_${i}`), MINECLUE_EMBEDDED: '' });
  else {
    const embedded = await startEmbedded({ template });
    run(file, { DATABASE_URL: embedded.url, MINECLUE_EMBEDDED: '1' });
    await embedded.stop();
  }
}
await cluster?.stop();

function run(file: string, database: Record<string, string>): void {
  const { status } = spawnSync(process.execPath, [...process.execArgv, '--conditions=react-server', file, ...flags], {
    env: { ...process.env, ...testSettings, ...database } as NodeJS.ProcessEnv,
    stdio: 'inherit',
  });
  if (status !== 0) process.exitCode = 1;
}

async function postgres(): Promise<Cluster> {
  const tools = findTools();
  if (!tools.postgres) throw new Error(`PostgreSQL with PostGIS is not installed: ${installCommand(tools)}`);
  return startCluster(tools.postgres);
}
