import { headers } from 'next/headers';
import { authenticateApiKey } from '../../lib/accounts/api-keys/authenticate-api-key.ts';
import { type Actor, makeContext } from '../../lib/context.ts';
import { database } from '../../lib/db/client.ts';
import { currentSession } from './current-session.ts';

/** Whom the request's API key or its session cookie names, checked in the database at every request. A wrong key is refused. */
export async function sessionActor(): Promise<Actor> {
  const key = /^Bearer (\S+)$/.exec((await headers()).get('authorization') ?? '')?.[1];
  if (key) return authenticateApiKey(makeContext(database()), key);
  return (await currentSession())?.actor ?? { type: 'public' };
}
