import { cache } from 'react';
import { type Context, makeContext } from '../../lib/context.ts';
import { database } from '../../lib/db/client.ts';
import { sessionActor } from './session-actor.ts';

/** The context of this request: its session's actor on the shared pool; the same one for every component of a page. */
export const requestContext = cache(
  async (): Promise<Context> => makeContext(database(), await sessionActor(), new Date()),
);
