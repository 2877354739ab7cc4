import { drizzle, type NodePgDatabase, type NodePgQueryResultHKT } from 'drizzle-orm/node-postgres';
import type { PgDatabase } from 'drizzle-orm/pg-core';
import pg from 'pg';

/** What a verb works on: the pool, or one transaction of it. */
export type Database = PgDatabase<NodePgQueryResultHKT, Record<string, never>>;
/** The pool itself, with node-postgres underneath as `$client`. */
export type PooledDatabase = NodePgDatabase & { $client: pg.Pool };

const key = Symbol.for('mineclue.db');
const shared = globalThis as { [key]?: PooledDatabase };

/** The one pool of this process. Next evaluates modules several times, hence `globalThis`. Throws without DATABASE_URL. */
export function database(): PooledDatabase {
  shared[key] ??= open();
  return shared[key];
}

/** Ends the pool; the next `database()` opens another. */
export async function closeDatabase(): Promise<void> {
  const open = shared[key];
  delete shared[key];
  await open?.$client.end();
}

function open(): PooledDatabase {
  const connectionString = process.env.DATABASE_URL;
  if (!connectionString) throw new Error('DATABASE_URL is not set: start through `npm start`, or name a PostgreSQL');
  const embedded = process.env.MINECLUE_EMBEDDED === '1';
  const pool = new pg.Pool({
    connectionString,
    // the embedded database's socket mixes up parametrised queries of several live connections
    max: embedded ? 1 : 10,
    idleTimeoutMillis: embedded ? 0 : 30_000,
    connectionTimeoutMillis: 10_000,
    allowExitOnIdle: true,
  });
  // an idle connection that breaks is replaced at the next query; unheard, its error would end the process
  pool.on('error', (error) => console.error(`database connection lost: ${error.message}`));
  return drizzle(pool);
}
