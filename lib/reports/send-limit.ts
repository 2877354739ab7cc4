import { createHmac, randomBytes } from 'node:crypto';
import { Problem } from '../errors.ts';

const windowMilliseconds = 10 * 60_000;
const mostSends = 40;

type Window = { endsAt: number; key: Buffer; counts: Map<string, number> };
const slot = Symbol.for('mineclue.sends');
const shared = globalThis as { [slot]?: Window };

/**
 * Counts sendings of an address, apart by what is sent. Kept in memory only, as a hash under a key that is thrown away with its window of
 * ten minutes: nothing on disk, nothing to look back into. Throws `too_many_requests`, saying when to try again.
 */
export function takeSend(address: string, now: Date, { what = 'send', count = 1, most = mostSends } = {}): void {
  let current = shared[slot];
  if (!current || now.getTime() >= current.endsAt) {
    current = { endsAt: now.getTime() + windowMilliseconds, key: randomBytes(32), counts: new Map() };
    shared[slot] = current;
  }
  const hash = createHmac('sha256', current.key).update(`${what} ${address}`).digest('base64');
  const sum = (current.counts.get(hash) ?? 0) + count;
  current.counts.set(hash, sum);
  if (sum <= most) return;
  throw new Problem('too_many_requests', { retryAfterSeconds: Math.ceil((current.endsAt - now.getTime()) / 1000) });
}
