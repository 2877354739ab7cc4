import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { sql } from 'drizzle-orm';
import { database } from './client.ts';
import { executeSql } from './execute-sql.ts';
import { onPostgres, testDatabase } from './testing.ts';
import { transaction } from './transaction.ts';

describe('the pool', () => {
  const t = testDatabase();
  before(t.reset);

  it('is one, however often its module is evaluated', async () => {
    const again = await import(`./client.ts?again=${Date.now()}`);
    assert.notEqual(again.database, database);
    assert.equal(again.database().$client, database().$client);
  });

  it('opens one connection on the embedded database', async () => {
    await Promise.all(Array.from({ length: 20 }, () => t.db.execute(sql`select 1`)));
    assert.ok(t.db.$client.totalCount <= (onPostgres ? 10 : 1));
  });

  it('answers after each of 100 failing queries', async () => {
    for (let i = 0; i < 100; i++) {
      await assert.rejects(t.db.execute(sql`select ${i}::int / 0`));
      const { rows } = await t.db.execute(sql`select ${i}::int as i`);
      assert.deepEqual(rows, [{ i }]);
    }
  });

  it('returns the rows of every statement', async () => {
    const { rows } = await executeSql(
      'select 1 as a; create temporary table if not exists rows_test (a int); select 2 as a',
    );
    assert.deepEqual(rows, [{ a: 1 }, { a: 2 }]);
    assert.deepEqual((await executeSql('select $1::int as a', [3])).rows, [{ a: 3 }]);
  });
});

describe('transaction', () => {
  const t = testDatabase();
  before(async () => {
    await t.db.execute(sql`create schema if not exists transaction_test`);
    await t.db.execute(sql`create table if not exists transaction_test.kept (a int)`);
    await t.db.execute(sql`truncate transaction_test.kept`);
  });
  const count = async () => (await t.db.execute(sql`select a from transaction_test.kept`)).rows.length;

  it('joins an outer one and rolls back with it', async () => {
    const failing = transaction(t.context(), async (outer) => {
      await transaction(outer, (inner) => inner.db.execute(sql`insert into transaction_test.kept values (1)`));
      throw new Error('late');
    });
    await assert.rejects(failing, /late/);
    assert.equal(await count(), 0);
  });

  it('commits what its work returns from', async () => {
    const a = await transaction(t.context(), async (ctx) => {
      await ctx.db.execute(sql`insert into transaction_test.kept values (2)`);
      return 2;
    });
    assert.equal(a, 2);
    assert.equal(await count(), 1);
  });
});
