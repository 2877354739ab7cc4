import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { onInterrupt } from '../stop.ts';
import { startCluster } from './cluster.ts';
import { type Counts, noCounts } from './report.ts';
import { startServer } from './server.ts';

/** The e2e stories in Chromium against the production build on its embedded database. */
export function storiesOnEmbedded(chromium: string, specs: string[] = []): Promise<Counts> {
  return stories({ DATABASE_URL: '' }, { MINECLUE_TEST_DATABASE: 'embedded', CHROMIUM_PATH: chromium }, specs);
}

/** The same on a temporary PostgreSQL, told to be a demonstration. */
export async function storiesOnPostgres(chromium: string, binaries: string, specs: string[] = []): Promise<Counts> {
  const cluster = await startCluster(binaries);
  try {
    const server = {
      DATABASE_URL: await cluster.newDatabase('stories'),
      NEXTAUTH_SECRET: randomBytes(32).toString('hex'),
      MINECLUE_KEY: randomBytes(32).toString('hex'),
      MINECLUE_DEMONSTRATION: '1',
    };
    return await stories(
      server,
      {
        MINECLUE_TEST_DATABASE: 'postgres',
        CHROMIUM_PATH: chromium,
        TEST_DATABASE_URL: server.DATABASE_URL,
        // for a second server beside the first
        NEXTAUTH_SECRET: server.NEXTAUTH_SECRET,
        MINECLUE_KEY: server.MINECLUE_KEY,
      },
      specs,
    );
  } finally {
    await cluster.stop();
  }
}

async function stories(
  serverEnv: Record<string, string>,
  env: Record<string, string>,
  specs: string[],
): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), 'mineclue-stories-'));
  const result = join(folder, 'result.json');
  const server = await startServer(serverEnv);
  try {
    const database = env.MINECLUE_TEST_DATABASE as string;
    const output = join('test-results', database);
    const args = ['--config', 'e2e/config.ts', '--reporter=list,json', '--output', output, ...specs];
    const child = spawn(process.execPath, ['node_modules/@playwright/test/cli.js', 'test', ...args], {
      env: {
        ...process.env,
        ...env,
        BASE_URL: server.url,
        MINECLUE_CONSOLE: server.console,
        PLAYWRIGHT_JSON_OUTPUT_NAME: result,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    onInterrupt(() => child.kill());
    for (const stream of [child.stdout, child.stderr]) {
      createInterface(stream).on('line', (line) => console.log(`${database} │ ${line}`));
    }
    const code = await new Promise<number>((resolve) => child.once('close', (status) => resolve(status ?? 1)));
    const counts = read(result, database);
    if (code === 0) return counts;
    console.log(`What the server of ${database} said last:\n${readFileSync(server.console, 'utf8').slice(-4_000)}`);
    if (counts.failed === 0) counts.notes.push(`✖ the stories on ${database} ended with code ${code}`);
    return { ...counts, failed: Math.max(counts.failed, 1) };
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

type Suite = {
  suites?: Suite[];
  specs?: { title: string; file: string; line: number; tests: { status: string }[] }[];
};

/** A story that passed only when tried again counts as passed, and is named. */
function read(file: string, database: string): Counts {
  try {
    const { stats, suites } = JSON.parse(readFileSync(file, 'utf8')) as {
      stats: { expected: number; unexpected: number; flaky: number; skipped: number };
      suites: Suite[];
    };
    const specs = (suite: Suite): NonNullable<Suite['specs']> => [
      ...(suite.specs ?? []),
      ...(suite.suites ?? []).flatMap(specs),
    ];
    const named = (status: string, words: string) =>
      suites
        .flatMap(specs)
        .filter(({ tests }) => tests.some((test) => test.status === status))
        .map(({ title, file, line }) => `${words} on ${database}: ${title} (e2e/${file}:${line})`);
    return {
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected,
      skipped: stats.skipped,
      notes: [...named('unexpected', '✖'), ...named('flaky', '~ passed when tried again')],
    };
  } catch {
    return noCounts();
  }
}
