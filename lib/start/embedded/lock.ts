import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Takes `file` for this process alone, waiting up to `patienceMs`; undefined when another process keeps it.
 * SQLite's exclusive lock is the operating system's: it goes with its process, however that ends, and cannot be raced.
 */
export async function takeLock(file: string, patienceMs: number): Promise<{ release(): void } | undefined> {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const held = tryLock(file);
    if (held) return { release: () => held.close() };
    if (Date.now() >= deadline) return undefined;
    await sleep(200);
  }
}

function tryLock(file: string): DatabaseSync | undefined {
  const store = new DatabaseSync(file);
  try {
    store.exec('pragma journal_mode = memory; pragma busy_timeout = 0; begin exclusive');
    return store;
  } catch (error) {
    store.close();
    if (/locked|busy/i.test(String(error))) return undefined;
    throw error;
  }
}
