import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { before, describe, it } from 'node:test';
import { is, sql } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { testDatabase } from '../lib/db/testing.ts';
import journal from './migrations/meta/_journal.json' with { type: 'json' };

/** Not ours to describe: the migrator's and the queue's tables, and a test's. */
const foreign = ['drizzle', 'pgboss', 'information_schema', 'transaction_test'];

type Shape = Record<string, string>;

describe('schema and migrations', () => {
  const t = testDatabase();
  let described: Map<string, Shape>;
  let migrated: Map<string, Shape>;
  before(async () => {
    described = await describedTables();
    migrated = await migratedTables(t.db);
  });

  it('stand in the order in which they are applied: a database takes none that is older than its last', () => {
    const { entries } = journal;
    assert.deepEqual(
      entries.map(({ idx }) => idx),
      entries.map((_, i) => i),
    );
    assert.deepEqual(
      entries.map(({ tag }) => tag),
      globSync('migrations/*.sql', { cwd: import.meta.dirname })
        .map((file) => basename(file, '.sql'))
        .sort(),
    );
    for (const [i, { when }] of entries.entries()) assert.ok(i === 0 || when > entries[i - 1]!.when, `${when}`);
  });

  it('name the same tables', () => {
    assert.ok(described.size > 10, `${described.size} tables described`);
    assert.deepEqual([...migrated.keys()].sort(), [...described.keys()].sort());
  });

  it('agree on the name, type and nullability of every column', () => {
    for (const [table, columns] of described) assert.deepEqual(migrated.get(table), columns, table);
  });
});

async function describedTables(): Promise<Map<string, Shape>> {
  const tables = new Map<string, Shape>();
  for (const file of globSync('schema/*.ts', { cwd: import.meta.dirname })) {
    for (const exported of Object.values(await import(join(import.meta.dirname, file)))) {
      if (!is(exported, PgTable)) continue;
      const { name, schema, columns } = getTableConfig(exported);
      const shape = columns.map((column) => [column.name, written(column.getSQLType(), column.notNull)]);
      tables.set(`${schema ?? 'public'}.${name}`, Object.fromEntries(shape.sort()));
    }
  }
  return tables;
}

async function migratedTables(db: ReturnType<typeof testDatabase>['db']): Promise<Map<string, Shape>> {
  const { rows } = await db.execute<{
    schema: string;
    table: string;
    column: string;
    type: string;
    required: boolean;
  }>(sql`
    select n.nspname as schema, c.relname as table, a.attname as column, format_type(a.atttypid, a.atttypmod) as type,
           a.attnotnull as required
      from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped and n.nspname not like 'pg\\_%'
       and not exists (select from pg_depend d where d.objid = c.oid and d.classid = 'pg_class'::regclass and d.deptype = 'e')
     order by n.nspname, c.relname, a.attname`);
  const tables = new Map<string, Shape>();
  for (const { schema, table, column, type, required } of rows) {
    if (foreign.includes(schema)) continue;
    const name = `${schema}.${table}`;
    tables.set(name, { ...tables.get(name), [column]: written(type, required) });
  }
  return tables;
}

const spellings: Record<string, string> = {
  serial: 'integer',
  bigserial: 'bigint',
  char: 'character',
  varchar: 'character varying',
};

/** One spelling for drizzle's and PostgreSQL's names of a type. */
function written(type: string, required: boolean): string {
  const plain = type
    .toLowerCase()
    .replaceAll(' ', '')
    .replace(/^[a-z]+/, (word) => spellings[word]?.replaceAll(' ', '') ?? word);
  return `${plain}${required ? ' not null' : ''}`;
}
