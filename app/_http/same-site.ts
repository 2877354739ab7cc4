import { Problem } from '../../lib/errors.ts';

/** True unless a browser says that another site sent this. Programs send neither header; they carry no cookie to abuse. */
export function fromSameSite(headers: Headers): boolean {
  const fetchSite = headers.get('sec-fetch-site');
  if (fetchSite) return fetchSite === 'same-origin' || fetchSite === 'none';
  const origin = headers.get('origin');
  if (!origin) return true;
  const host = headers.get('x-forwarded-host') ?? headers.get('host');
  return URL.canParse(origin) && new URL(origin).host === host;
}

/** Throws `cross_site`: before every write that a browser can send. */
export function requireSameSite(request: Request): void {
  if (!fromSameSite(request.headers)) throw new Problem('cross_site');
}
