import type { NextAuthOptions } from 'next-auth';
import credentials from 'next-auth/providers/credentials';
import { redeemLink } from '../../../../lib/accounts/links/redeem-link.ts';
import { sessionLifetimeMilliseconds } from '../../../../lib/accounts/rules.ts';
import type { SignedIn } from '../../../../lib/accounts/sessions/start-session.ts';
import { signIn } from '../../../../lib/accounts/sign-in.ts';
import { env } from '../../../../lib/env.ts';
import { clientAddress } from '../../../_http/client-address.ts';
import { requestContext } from '../../../_http/context.ts';
import { sessionOfToken } from '../../../_http/current-session.ts';

type Heard = { signedIn?: SignedIn; error?: unknown };

/** next-auth's settings; `heard` learns what its answer does not tell: who signed in, or why not. */
export function authOptions(heard: Heard = {}): NextAuthOptions {
  const through = async (work: () => Promise<SignedIn>) => {
    try {
      heard.signedIn = await work();
      return { id: heard.signedIn.userId, sessionId: heard.signedIn.sessionId };
    } catch (error) {
      heard.error = error;
      return null;
    }
  };
  return {
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: 'jwt', maxAge: sessionLifetimeMilliseconds / 1000 },
    pages: { signIn: '/en/accounts/sign-in', error: '/en/accounts/sign-in', signOut: '/en/accounts' },
    providers: [
      credentials({
        id: 'password',
        credentials: { email: {}, password: {} },
        authorize: (given, request) =>
          through(async () => {
            const address = clientAddress(new Request('http://inside', { headers: request.headers ?? {} }));
            return signIn(await requestContext(), { email: given?.email, password: given?.password, address });
          }),
      }),
      credentials({
        id: 'link',
        credentials: { token: {}, password: {}, adult: {}, email: {}, name: {} },
        authorize: (given) =>
          through(async () => {
            const { token, password, adult, email, name } = given ?? {};
            // a field that the form left empty is an absent one
            const filled = { password: password || undefined, email: email || undefined, name: name || undefined };
            return redeemLink(await requestContext(), { token, ...filled, adult: adult === 'yes' });
          }),
      }),
    ],
    callbacks: {
      // the cookie holds the id of a session row and nothing about the person
      jwt: ({ token, user }) => (user ? { sessionId: (user as { sessionId?: string }).sessionId } : token),
      session: async ({ session, token }) => {
        const current = await sessionOfToken(token);
        return { expires: session.expires, ...(current && { user: { name: current.name } }) };
      },
    },
  };
}
