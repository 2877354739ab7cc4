import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { onStop } from '../stop.ts';

export type Server = { url: string; console: string; stop(): Promise<void> };

const patienceMs = 180_000;

/**
 * Starts the product as `npm start` does, on a free port and an empty temporary data folder; resolves once it is ready.
 * `project`: another copy of it than this one.
 */
export async function startServer(env: Record<string, string>, project = process.cwd()): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'mineclue-e2e-'));
  const output = join(folder, 'console.txt');
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const log = openSync(output, 'w', 0o600);
  // a bench runs under React's condition for servers, under which pages can not be drawn
  const flags = process.execArgv.filter((flag) => !flag.startsWith('--conditions'));
  const child = spawn(process.execPath, [...flags, 'lib/start/serve.ts'], {
    cwd: project,
    env: {
      ...process.env,
      PORT: String(port),
      MINECLUE_DATA: join(folder, 'data'),
      NEXTAUTH_URL: url,
      MINECLUE_QUIET: '1',
      // stories speak for many visitors, each under an address of its own
      TRUST_PROXY: '1',
      ...env,
    },
    stdio: ['ignore', log, log, 'ipc'],
  });
  const stop = async () => {
    await end(child);
    rmSync(folder, { recursive: true, force: true });
  };
  onStop(stop);
  try {
    await untilReady(url, child);
  } catch (error) {
    console.log(readFileSync(output, 'utf8'));
    await stop();
    throw error;
  }
  return { url, console: output, stop };
}

async function untilReady(url: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const ready = await fetch(`${url}/api/ready`).catch(() => undefined);
    if (ready?.ok) return;
    if (child.exitCode !== null) throw new Error('the server under test ended by itself; its console stands above');
    if (Date.now() > deadline) throw new Error('the server under test was not ready in time; its console stands above');
    await sleep(200);
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGINT');
  await ended;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject).listen(0, () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
