import { Problem } from '../errors.ts';

const mostWaiting = 60;
let waiting = 0;
let last: Promise<unknown> = Promise.resolve();

/** Runs one piece of picture work after the other. Throws `unavailable` when too many wait. */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (waiting >= mostWaiting) throw new Problem('unavailable', { retryAfterSeconds: 60 });
  waiting += 1;
  const mine = last.then(work).finally(() => {
    waiting -= 1;
  });
  last = mine.catch(() => undefined);
  return mine;
}
