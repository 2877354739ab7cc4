type Stop = () => Promise<unknown>;

const stops: Stop[] = [];
const interrupts: (() => void)[] = [];
const longestMs = 25_000;
let starting: Promise<unknown> = Promise.resolve();
let stopping: Promise<never> | undefined;

/** Adds what must end before the process does; the newest ends first. */
export function onStop(stop: Stop): void {
  stops.push(stop);
}

/** Runs a step of the start unless the end has begun; the end waits for it, so that nothing is torn away under it. */
export function step<T>(work: () => Promise<T>): Promise<T> {
  if (stopping) return new Promise(() => {});
  const running = work();
  starting = running.catch(() => {});
  return running;
}

/** Ends at once what runs only for the start, such as a build. */
export function onInterrupt(interrupt: () => void): void {
  interrupts.push(interrupt);
}

export const isStopping = (): boolean => stopping !== undefined;

/** Ends everything in order and then the process; asked again it is still the same ending. */
export function stopWith(code: number, reason?: string): Promise<never> {
  stopping ??= end(code, reason);
  return stopping;
}

async function end(code: number, reason?: string): Promise<never> {
  if (reason) console.error(`\n${reason}`);
  setTimeout(() => process.exit(1), longestMs).unref();
  for (const interrupt of interrupts) interrupt();
  await starting;
  for (const stop of stops.reverse()) await stop().catch((error) => console.error(error));
  process.exit(code);
}

/** Ctrl-C, a closed terminal or a launcher that is gone (killed perhaps) end the process with `code`. */
export function stopOnSignals(code: number): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (!stopping) console.log('\nStopping …');
      stopWith(code);
    });
  }
  process.on('disconnect', () => stopWith(code));
}
