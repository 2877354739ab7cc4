import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onInterrupt } from '../stop.ts';
import { type Counts, noCounts } from './report.ts';

/** Runs test files in one process of node:test against one database; prints when done, or as it goes with `live`. */
export async function runShard(files: string[], env: Record<string, string>, live: boolean): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), 'mc-counts-'));
  const counts = join(folder, 'counts.json');
  // spelt so that Node 22 knows it too
  const flags = ['--test', '--experimental-test-isolation=none', '--test-timeout=120000', '--conditions=react-server'];
  const quiet = ['--disable-warning=ExperimentalWarning', '--test-reporter=./lib/start/tests/report.ts'];
  const stdio: StdioOptions = live ? 'inherit' : 'pipe';
  const child: ChildProcess = spawn(
    process.execPath,
    [...process.execArgv, ...flags, ...quiet, ...files.map(literal)],
    {
      env: { ...process.env, ...testSettings, ...env, MINECLUE_COUNTS: counts } as NodeJS.ProcessEnv,
      stdio,
    },
  );
  onInterrupt(() => child.kill());
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk));
  const code = await new Promise<number>((resolve) => child.once('close', (status) => resolve(status ?? 1)));
  process.stdout.write(output);
  const result = read(counts);
  rmSync(folder, { recursive: true, force: true });
  // a run that breaks outside any test must not look green
  if (code !== 0 && result.failed === 0) {
    result.failed = 1;
    result.notes.push(`✖ the test process ended with code ${code} outside any test: ${files.join(' ')}`);
  }
  return result;
}

/** node:test takes its files for patterns: the brackets of `app/[locale]` are meant as they stand. */
const literal = (file: string) => file.replaceAll(/[[\]]/g, '[$&]');

function read(file: string): Counts {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return noCounts();
  }
}

export const testSettings = {
  NODE_ENV: 'test',
  NEXTAUTH_URL: 'http://localhost:3000',
  NEXTAUTH_SECRET: 'no-secret-only-for-tests-0123456789',
  MINECLUE_KEY: '00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff',
};
