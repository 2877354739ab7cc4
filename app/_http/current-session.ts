import { cookies } from 'next/headers';
import { decode } from 'next-auth/jwt';
import { cache } from 'react';
import { getSession, type Session } from '../../lib/accounts/get-session.ts';
import { makeContext } from '../../lib/context.ts';
import { database } from '../../lib/db/client.ts';
import { env } from '../../lib/env.ts';

/** Whether browsers reach us by https, as the configured address says: the proxy in front hides it from us. */
export const secureCookies = (): boolean => env().NEXTAUTH_URL.startsWith('https://');
export const sessionCookie = (): string => `${secureCookies() ? '__Secure-' : ''}next-auth.session-token`;

/** The session behind this request's cookie as the database has it now, looked up once a request; null for a visitor. */
export const currentSession = cache(async (): Promise<Session | null> => {
  const cookie = (await cookies()).get(sessionCookie())?.value;
  if (!cookie) return null;
  return sessionOfToken(await readToken(cookie));
});

export async function sessionOfToken(token: Record<string, unknown> | null): Promise<Session | null> {
  if (typeof token?.sessionId !== 'string') return null;
  return getSession(makeContext(database()), token.sessionId);
}

async function readToken(cookie: string) {
  try {
    return await decode({ token: cookie, secret: env().NEXTAUTH_SECRET });
  } catch {
    // of another key, cut short, or run out
    return null;
  }
}
