import { randomBytes } from 'node:crypto';
import { cookies } from 'next/headers';
import type { ProblemCode, ProblemDetail } from '../../lib/errors.ts';
import { secureCookies } from './current-session.ts';

/** What a form's answer tells the page that is shown after it. */
export type Flash = {
  /** Which form of the page. */
  form: string;
  /** Message key of what was done. */
  done?: string;
  problem?: { code: ProblemCode; detail: ProblemDetail };
  /** What was typed, without secrets. */
  values?: Record<string, string>;
  /** A link or key to be copied now: it cannot be shown again. */
  secret?: string;
};

const lifetimeMilliseconds = 60_000;
const most = 500;
const key = Symbol.for('mineclue.flash');
const shared = globalThis as { [key]?: Map<string, { path: string; until: number; flash: Flash }> };
const cookieName = 'mineclue-flash';

// In this process's memory, so that a one-time link stands neither in an address nor in a cookie.
function kept() {
  shared[key] ??= new Map();
  for (const [id, { until }] of shared[key]) if (until < Date.now()) shared[key].delete(id);
  return shared[key];
}

/** Keeps it for the next sight of the page at `path`, for a minute and this browser only; returns the cookie's settings. */
export async function setFlash(path: string, flash: Flash): Promise<void> {
  const id = randomBytes(16).toString('base64url');
  const map = kept();
  if (map.size >= most) map.delete(map.keys().next().value as string);
  map.set(id, { path, until: Date.now() + lifetimeMilliseconds, flash });
  (await cookies()).set(cookieName, id, {
    httpOnly: true,
    sameSite: 'strict',
    secure: secureCookies(),
    path: '/',
    maxAge: lifetimeMilliseconds / 1000,
  });
}

export async function readFlash(path: string): Promise<Flash | null> {
  const entry = kept().get((await cookies()).get(cookieName)?.value ?? '');
  return entry?.path === path ? entry.flash : null;
}
