import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** `folder`: the data folder (absent: in memory); `template`: a dump to begin from; `loopback`: no Unix socket. */
export type Order = { folder?: string; template?: string; loopback?: boolean; patienceMs: number };
export type Report = { type: 'ready'; url: string } | { type: 'locked' } | { type: 'dumped' };
export type Embedded = {
  url: string;
  pid: number;
  /** Resolves with the exit code when the child has ended, asked or not. */
  ended: Promise<number>;
  dump(file: string): Promise<void>;
  stop(): Promise<void>;
};

/** Starts the embedded database in a child process and waits until it answers. Throws in plain words when its folder is in use. */
export async function startEmbedded(order: Partial<Order> = {}): Promise<Embedded> {
  const full: Order = { patienceMs: 8_000, ...order };
  const child = fork(fileURLToPath(new URL('./child.ts', import.meta.url)), {
    env: { ...process.env, MINECLUE_CHILD: JSON.stringify(full), NODE_OPTIONS: '' },
    execArgv: [
      ...process.execArgv.filter((flag) => flag.startsWith('--experimental')),
      '--disable-warning=ExperimentalWarning',
    ],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ended = new Promise<number>((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
  const first = await Promise.race([nextReport(child), ended]);
  if (typeof first === 'number') throw new Error(`The embedded database did not start (code ${first}).`);
  if (first.type !== 'ready') {
    throw new Error(
      `The data folder ${full.folder} is in use by another process of Mineclue, so nothing was started and nothing was touched. ` +
        'Stop the other one first (Ctrl-C where it runs), or set MINECLUE_DATA to another folder.',
    );
  }
  // the pool keeps this process alive as long as it should; the channel alone must not
  child.channel?.unref();
  child.unref();
  return {
    url: first.url,
    pid: child.pid as number,
    ended,
    async dump(file) {
      child.channel?.ref();
      child.send({ type: 'dump', file });
      await Promise.race([nextReport(child), ended]);
      child.channel?.unref();
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.ref();
      if (child.connected) child.send({ type: 'stop' });
      await ended;
    },
  };
}

const nextReport = (child: ChildProcess) =>
  new Promise<Report>((resolve) => child.once('message', (message) => resolve(message as Report)));
