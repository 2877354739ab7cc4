import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PgBoss } from 'pg-boss';
import { executeSql } from './execute-sql.ts';
import { onPostgres, testDatabase } from './testing.ts';

describe('pg-boss on the shared pool', () => {
  const t = testDatabase();
  const boss = new PgBoss({ db: { executeSql: executeSql as never }, schema: 'pgboss' });
  const troubles: unknown[] = [];
  boss.on('error', (error) => troubles.push(error));
  before(() => boss.start());
  after(() => boss.stop({ graceful: false }));

  it('queues, hands out and completes a job', async () => {
    await boss.createQueue('db-test');
    const id = await boss.send('db-test', { answer: 42 });
    const [job] = await boss.fetch<{ answer: number }>('db-test');
    assert.equal(job?.id, id);
    assert.deepEqual(job?.data, { answer: 42 });
    await boss.complete('db-test', job?.id as string);
    assert.deepEqual(await boss.fetch('db-test'), []);
    assert.deepEqual(troubles, []);
  });

  it('opens no connection of its own', () => {
    assert.ok(t.db.$client.totalCount <= (onPostgres ? 10 : 1));
  });
});
