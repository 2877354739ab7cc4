import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { sql } from 'drizzle-orm';
import { testDatabase } from '../db/testing.ts';
import { createDeployment } from '../deployment/create-deployment.ts';
import { bootstrapAccounts } from './bootstrap.ts';

const job = { type: 'job', name: 'start' } as const;

describe('the links that a start prints', () => {
  const t = testDatabase();
  before(t.reset);
  const links = async () =>
    (await t.db.execute(sql`select purpose, expires_at > now() as open from one_time_links order by created_at`)).rows;

  it('are refused before there is a deployment, and to anybody but a job', async () => {
    await assert.rejects(bootstrapAccounts(t.context(job)), { code: 'wrong_state' });
    await assert.rejects(bootstrapAccounts(t.context()), { code: 'forbidden' });
    await assert.rejects(createDeployment(t.context(), { demonstration: true }), { code: 'forbidden' });
  });

  it('are four in a demonstration, and at the next start four others', async () => {
    await createDeployment(t.context(job), { demonstration: true });
    const first = await bootstrapAccounts(t.context(job));
    assert.deepEqual(
      first.map(({ who }) => who),
      ['administrator', 'moderatorOne', 'moderatorTwo', 'organisationMember'],
    );
    assert.match(first[0]!.path, /^\/en\/accounts\/link\?token=[\w-]{43}$/);
    await bootstrapAccounts(t.context(job, new Date(Date.now() + 1000)));
    const rows = await links();
    assert.equal(rows.length, 8);
    assert.equal((await t.db.execute(sql`select from users`)).rows.length, 4);
  });
});

describe('a database of one’s own', () => {
  const t = testDatabase();
  before(t.reset);

  it('has one link for the first administrator, whose account is made once, with an audit row', async () => {
    await createDeployment(t.context(job), { demonstration: false });
    const [one, ...more] = await bootstrapAccounts(t.context(job));
    assert.equal(one!.who, 'firstAdministrator');
    assert.deepEqual(more, []);
    await bootstrapAccounts(t.context(job));
    assert.equal((await t.db.execute(sql`select from users`)).rows.length, 1);
    const { rows } = await t.db.execute(sql`select action from audit_events order by id`);
    assert.deepEqual(
      rows.map((row) => row.action),
      ['deployment.create', 'account.create', 'account.issue_link', 'account.issue_link'],
    );
  });

  it('has no link once somebody has chosen a password', async () => {
    await t.db.execute(sql`update users set password_hash = 'x'`);
    assert.deepEqual(await bootstrapAccounts(t.context(job)), []);
  });
});
