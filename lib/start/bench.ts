// Runs the benches one after another, each on a fresh embedded database: `npm run bench -- [FILE…]`.
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { startEmbedded } from './embedded/start.ts';
import { testSettings } from './tests/shard.ts';
import { preparedTemplate } from './tests/template.ts';

const named = process.argv.slice(2);
const files = named.length > 0 ? named : globSync('{app,lib,drizzle}/**/*.bench.ts').sort();
if (files.length === 0) console.log('There are no benches (*.bench.ts).');
const template = files.length > 0 ? await preparedTemplate() : '';

for (const file of files) {
  console.log(`\n── ${file}`);
  const embedded = await startEmbedded({ template });
  const { status } = spawnSync(process.execPath, [...process.execArgv, '--conditions=react-server', file], {
    env: { ...process.env, ...testSettings, DATABASE_URL: embedded.url, MINECLUE_EMBEDDED: '1' } as NodeJS.ProcessEnv,
    stdio: 'inherit',
  });
  await embedded.stop();
  if (status !== 0) process.exitCode = 1;
}
