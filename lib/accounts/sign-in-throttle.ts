import { createHmac, randomBytes } from 'node:crypto';
import { Problem } from '../errors.ts';

const windowMilliseconds = 15 * 60_000;
/** Failures in the window. The pair is the tight one, so that a stranger elsewhere cannot lock the owner out. */
const allowed = { pair: 5, address: 30, account: 50 };
const largest = 50_000;

type Failures = { salt: Buffer; saltUntil: number; at: Map<string, number[]> };

const key = Symbol.for('mineclue.sign-in-throttle');
const shared = globalThis as { [key]?: Failures };

/** Memory of this process only, under a hash whose salt is thrown away every day. */
function failures(now: number): Failures {
  const standing = shared[key];
  if (standing && now < standing.saltUntil) return standing;
  shared[key] = { salt: randomBytes(32), saltUntil: now + 24 * 3_600_000, at: new Map() };
  return shared[key];
}

type Attempt = { email: string; address: string };

function buckets({ email, address }: Attempt, now: number): [string, number][] {
  const hash = (text: string) => createHmac('sha256', failures(now).salt).update(text).digest('base64url');
  const list: [string, number][] = [[hash(`account ${email}`), allowed.account]];
  if (address)
    list.push([hash(`pair ${email} ${address}`), allowed.pair], [hash(`address ${address}`), allowed.address]);
  return list;
}

const recent = (at: number[] | undefined, now: number) => (at ?? []).filter((time) => time > now - windowMilliseconds);

/** Throws `too_many_requests`, telling when to try again, after too many failures of this account or address. */
export function refuseTooMany(attempt: Attempt, now: Date): void {
  const time = now.getTime();
  for (const [bucket, most] of buckets(attempt, time)) {
    const at = recent(failures(time).at.get(bucket), time);
    if (at.length < most) continue;
    const retryAfterSeconds = Math.ceil((at[at.length - most]! + windowMilliseconds - time) / 1000);
    throw new Problem('too_many_requests', { retryAfterSeconds });
  }
}

export function countFailure(attempt: Attempt, now: Date): void {
  const time = now.getTime();
  const { at } = failures(time);
  if (at.size > largest) for (const [bucket, times] of at) if (recent(times, time).length === 0) at.delete(bucket);
  for (const [bucket] of buckets(attempt, time)) at.set(bucket, [...recent(at.get(bucket), time), time]);
}

/** After a success: this attempt was no failure, and the pair starts anew. */
export function forgetFailures(attempt: Attempt, now: Date): void {
  const { at } = failures(now.getTime());
  const [account, pair, address] = buckets(attempt, now.getTime());
  for (const bucket of [account, address]) if (bucket) at.set(bucket[0], at.get(bucket[0])?.slice(0, -1) ?? []);
  if (pair) at.delete(pair[0]);
}
