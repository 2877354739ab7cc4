import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'drizzle-orm';
import { closeDatabase } from '../db/client.ts';
import { testDatabase } from '../db/testing.ts';
import { readiness } from './readiness.ts';

describe('readiness', () => {
  const t = testDatabase();
  const shift = (by: number) =>
    t.db.execute(sql`update drizzle.__drizzle_migrations set created_at = created_at + ${by}`);

  it('is there once every migration has run', async () => {
    assert.equal(await readiness(), 'ready');
  });

  it('waits for a migration that has not run', async () => {
    await shift(-1);
    assert.equal(await readiness(), 'migrations pending');
    await shift(1);
  });

  it('says so when no database answers', async () => {
    const url = process.env.DATABASE_URL;
    await closeDatabase();
    process.env.DATABASE_URL = 'postgres://nobody@localhost/none?host=/nowhere';
    assert.equal(await readiness(), 'database unavailable');
    await closeDatabase();
    process.env.DATABASE_URL = url;
    assert.equal(await readiness(), 'ready');
  });
});
