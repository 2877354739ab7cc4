import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onInterrupt } from './stop.ts';

const sources = [
  'app/**',
  'lib/**',
  'drizzle/**',
  'public/**',
  '{next.config.js,tsconfig.json,package-lock.json,proxy.ts}',
];
/** Settings that the build bakes in. */
const baked = ['TILE_URL', 'TILE_ATTRIBUTION', 'DATA_LICENCE'];
const stamp = join('.next', 'mineclue-digest');

/** Builds into .next when what it is made of has changed; true when it did. */
export async function buildIfChanged(say: (text: string) => void): Promise<boolean> {
  const digest = sourceDigest();
  if (existsSync(join('.next', 'BUILD_ID')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === digest)
    return false;
  say(
    existsSync(stamp)
      ? 'The sources have changed: building (half a minute or so) …'
      : 'Building (half a minute or so) …',
  );
  const status = await nextBuild();
  if (status !== 0) throw new Error('The build failed; what it says stands above.');
  writeFileSync(stamp, digest);
  return true;
}

function nextBuild(): Promise<number> {
  const child = spawn(process.execPath, [join('node_modules', 'next', 'dist', 'bin', 'next'), 'build'], {
    stdio: ['ignore', process.env.MINECLUE_QUIET ? 'ignore' : 'inherit', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
  onInterrupt(() => child.kill());
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
}

/** SHA-256 over every file that the build reads, and the settings that it bakes in; tests and this folder leave it alone. */
export function sourceDigest(): string {
  const hash = createHash('sha256');
  for (const name of baked) hash.update(`${name}=${process.env[name] ?? ''}\n`);
  const files = globSync(sources).filter((file) => !/^lib.start|\.(test|bench)\.ts$|\.md$/.test(file));
  for (const file of files.sort())
    if (statSync(file).isFile()) hash.update(file).update('\0').update(readFileSync(file));
  return hash.digest('hex');
}

if (process.argv[1] === import.meta.filename) await buildIfChanged(console.log);
