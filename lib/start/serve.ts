import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { migrate } from '../../drizzle/migrate.ts';
import { seed } from '../../drizzle/seed.ts';
import { closeDatabase } from '../db/client.ts';
import { startWorker } from '../jobs/start-worker.ts';
import { buildIfChanged } from './build.ts';
import { startEmbedded } from './embedded/start.ts';
import { embeddedKeys, requireOutside } from './settings.ts';
import { isStopping, onStop, step, stopOnSignals, stopWith } from './stop.ts';
import { requireFreePort, serveWeb } from './web.ts';

const began = performance.now();
const dev = process.argv.includes('--dev');
const port = Number(process.env.PORT || 3000);
const data = resolve(process.env.MINECLUE_DATA || '.data');
const outside = Boolean(process.env.DATABASE_URL);
const say = (text: string) => console.log(text);

stopOnSignals(0);
try {
  await requireFreePort(port);
  if (outside) requireOutside(process.env);
  // the build and the database's first start share nothing: side by side they save a quarter of a minute
  await step(() => both(dev ? undefined : buildIfChanged(say), prepareDatabase()));
  const lines = await step(firstRows);
  onStop(closeDatabase);
  await step(async () => onStop(await serveWeb(port, dev)));
  await step(async () => onStop(await startWorker()));
  await step(async () => tell(lines));
} catch (error) {
  if (!isStopping()) console.error(`\n${error instanceof Error ? error.message : error}\n`);
  if (process.env.MINECLUE_DEBUG) console.error(error);
  await stopWith(1);
}

/** Waits for both even when one fails, so that a stop finds nothing half begun. */
async function both(...parts: (Promise<unknown> | undefined)[]): Promise<void> {
  const failed = (await Promise.allSettled(parts)).find((part) => part.status === 'rejected');
  if (failed) throw failed.reason;
}

async function prepareDatabase(): Promise<void> {
  if (!outside) {
    const keys = embeddedKeys(data);
    say(existsSync(`${data}/pg`) ? 'Opening the embedded database …' : 'Creating the embedded database …');
    const embedded = await startEmbedded({ folder: data });
    onStop(embedded.stop);
    embedded.ended.then((code) =>
      stopWith(1, `The embedded database ended (code ${code}). Nothing acknowledged is lost; start again.`),
    );
    const own = {
      DATABASE_URL: embedded.url,
      MINECLUE_EMBEDDED: '1',
      MINECLUE_DATA: data,
      NEXTAUTH_URL: `http://localhost:${port}`,
    };
    Object.assign(process.env, keys, own);
  }
  await migrate(process.env.DATABASE_URL as string);
}

/** What an empty database begins with; the lines are for the console, one-time links among them. */
async function firstRows(): Promise<string[]> {
  const demonstration = !outside || process.env.MINECLUE_DEMONSTRATION === '1';
  return seed({ baseUrl: process.env.NEXTAUTH_URL as string, demonstration, say });
}

function tell(lines: string[]): void {
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  say(`\nMineclue ${version} is running (${seconds} s):  http://localhost:${port}\n`);
  for (const line of lines) say(line);
  if (outside) return;
  say(
    [
      `\nThe embedded database is for trial and small use. It lives in ${data}, takes about 1 GB of memory,`,
      'keeps everything that was acknowledged when a process is killed, but may lose the last moments in a power cut.',
      'For real work set DATABASE_URL to PostgreSQL 15 or later with PostGIS 3.3 or later. Backup: lib/start/README.md.',
      'Ctrl-C stops everything.',
    ].join('\n'),
  );
}
