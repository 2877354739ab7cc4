import { headers } from 'next/headers';
import { cache } from 'react';
import { authenticateApiKey } from '../../lib/accounts/api-keys/authenticate-api-key.ts';
import { type Context, makeContext } from '../../lib/context.ts';
import { database } from '../../lib/db/client.ts';
import { currentSession } from './current-session.ts';

/** The context of this request: its session's actor on the shared pool; the same one for every component of a page. */
export const requestContext = cache(async (): Promise<Context> => {
  const actor = (await currentSession())?.actor ?? { type: 'public' as const };
  return makeContext(database(), actor, new Date());
});

/** The same for a route, where programs come with an API key too; a wrong one is refused. Pages are read without keys. */
export async function routeContext(): Promise<Context> {
  const key = /^Bearer (\S+)$/.exec((await headers()).get('authorization') ?? '')?.[1];
  if (!key) return requestContext();
  return makeContext(database(), await authenticateApiKey(makeContext(database()), key), new Date());
}
