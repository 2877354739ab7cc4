import type { PoolClient } from 'pg';
import { type Actor, type Context, makeContext } from '../context.ts';
import { closeDatabase, database, type PooledDatabase } from './client.ts';

/** Schemas that reset() leaves alone: the migrator's and the queue's. */
const kept = ['drizzle', 'pgboss', 'information_schema'];

/** The runner's database for one test file: `before(t.reset)` empties every table of ours. */
export function testDatabase() {
  return {
    get db(): PooledDatabase {
      return database();
    },
    context(actor?: Actor, now?: Date): Context {
      return makeContext(database(), actor, now);
    },
    reset: emptyTables,
    close: closeDatabase,
  };
}

/** True on PostgreSQL proper, where tests of races may assert. */
export const onPostgres = process.env.MINECLUE_EMBEDDED !== '1';

async function emptyTables(): Promise<void> {
  const client = await database().$client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and not c.relispartition and n.nspname <> all ($1) and n.nspname not like 'pg\\_%'
          and not exists (select from pg_depend d where d.objid = c.oid and d.classid = 'pg_class'::regclass and d.deptype = 'e')`,
      [kept],
    );
    if (rows.length === 0) return;
    const tables = rows.map((row) => row.name).join(', ');
    // append-only tables refuse TRUNCATE by trigger; as a replica they do not
    await client.query('set session_replication_role = replica');
    await truncate(client, tables);
    await client.query('set session_replication_role = origin');
  } finally {
    client.release();
  }
}

/** A refused verb may leave a read of its own running, which this waits for and, in a deadlock, gives way to. */
async function truncate(client: PoolClient, tables: string, tries = 3): Promise<void> {
  try {
    await client.query(`truncate ${tables} restart identity cascade`);
  } catch (error) {
    if (tries === 1 || (error as { code?: string }).code !== '40P01') throw error;
    await truncate(client, tables, tries - 1);
  }
}
