import type { NextApiRequest, NextApiResponse } from 'next';
import NextAuth, { type NextAuthOptions } from 'next-auth';
import type { SignedIn } from '../../../../lib/accounts/sessions/start-session.ts';
import { Problem } from '../../../../lib/errors.ts';
import { authOptions } from './auth-options.ts';

type Credentials = Record<string, string>;

/** Signs in through next-auth's own handler; the cookies belong on the answer. Throws the verb's Problem. */
export async function signInThrough(headers: Headers, provider: 'password' | 'link', credentials: Credentials) {
  const heard: { signedIn?: SignedIn; error?: unknown } = {};
  const cookies = await post(authOptions(heard), headers, ['callback', provider], credentials);
  if (heard.error) throw heard.error;
  if (!heard.signedIn) throw new Problem('unavailable');
  return { signedIn: heard.signedIn, cookies };
}

/** The cookies that end the session in this browser. */
export const signOutThrough = (headers: Headers): Promise<string[]> => post(authOptions(), headers, ['signout'], {});

/** Our forms are checked by Origin; next-auth wants its own token too, which is asked for and handed back in one go. */
async function post(options: NextAuthOptions, headers: Headers, nextauth: string[], fields: Credentials) {
  const before = parseCookies(headers.get('cookie') ?? '');
  const asked = await call(options, { method: 'GET', headers, nextauth: ['csrf'], cookies: before, body: {} });
  const { csrfToken } = asked.body as { csrfToken: string };
  const cookies = { ...before, ...parseCookies(asked.cookies.map((cookie) => cookie.split(';')[0]).join('; ')) };
  const answer = await call(options, { method: 'POST', headers, nextauth, cookies, body: { ...fields, csrfToken } });
  // only the session's own cookie: its callback address and token are of no use to us
  return answer.cookies.filter((cookie) => /^[^=]*session-token/.test(cookie));
}

type Call = { method: string; headers: Headers; nextauth: string[]; cookies: Credentials; body: Credentials };

/** next-auth's handler in its form without Next's request store: a request and a response made of plain objects. */
async function call(options: NextAuthOptions, { nextauth, headers, ...request }: Call) {
  const result = { cookies: [] as string[], body: undefined as unknown };
  const response = {
    status: () => response,
    getHeader: () => result.cookies,
    setHeader: (name: string, value: string[]) => {
      if (name === 'Set-Cookie') result.cookies = value;
    },
    send: (body: unknown) => {
      result.body = body;
    },
    json: () => {},
    end: () => {},
  };
  const plain = { ...request, query: { nextauth }, headers: Object.fromEntries(headers) };
  await NextAuth(plain as unknown as NextApiRequest, response as unknown as NextApiResponse, options);
  return result;
}

function parseCookies(header: string): Credentials {
  const pairs = header.split(';').map((part) => part.trim().split(/=(.*)/s) as [string, string?]);
  return Object.fromEntries(pairs.filter(([name]) => name).map(([name, value = '']) => [name, decode(value)]));
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
