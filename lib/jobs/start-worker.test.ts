import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { isNull } from 'drizzle-orm';
import { outboxEvents } from '../../drizzle/schema/jobs.ts';
import { riskPublications, riskVersions } from '../../drizzle/schema/risk.ts';
import { testDatabase } from '../db/testing.ts';
import { transaction } from '../db/transaction.ts';
import { insertClue, job, seedForRisk } from '../risk/testing.ts';
import { consequences, jobs } from './consequences.ts';
import { dispatchOutbox } from './dispatch-outbox.ts';
import { emit } from './events.ts';
import { startWorker } from './start-worker.ts';

async function until<T>(what: () => Promise<T | undefined>, milliseconds = 60_000): Promise<T> {
  const end = Date.now() + milliseconds;
  for (;;) {
    const found = await what();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error('waited in vain');
    await sleep(50);
  }
}

describe('jobs', () => {
  const t = testDatabase();
  let people: { proposer: string; verifier: string };
  let stop: () => Promise<void> = async () => {};
  before(async () => {
    await t.reset();
    await t.db.execute('drop schema if exists pgboss cascade');
    people = await seedForRisk(t.db);
    stop = await startWorker();
  });
  after(() => stop());

  it('follow every event by a table of functions that exist', () => {
    for (const names of Object.values(consequences)) for (const name of names) assert.ok(name in jobs);
  });

  it('run the first batches of a new database', async () => {
    const rows = await until(async () => {
      const found = await t.db.select({ audience: riskPublications.audience }).from(riskPublications);
      return found.length >= 2 ? found : undefined;
    });
    assert.deepEqual(rows.map(({ audience }) => audience).sort(), ['organisation', 'public']);
  });

  it('turn a burst of changed clues into a surface of all of them, once handed on', async () => {
    for (let i = 0; i < 5; i++)
      await transaction(t.context(job), async (ctx) => {
        const clue = await insertClue(ctx.db as typeof t.db, {
          ...people,
          geometry: { type: 'Point', coordinates: [46.6 + i / 50, 39.7] },
        });
        await emit(ctx, { type: 'clue.changed', clueId: clue.id });
      });
    await until(async () => {
      const versions = await t.db.select({ clueCount: riskVersions.clueCount }).from(riskVersions);
      return versions.some(({ clueCount }) => clueCount === 5) ? true : undefined;
    });
    assert.ok(
      (await t.db.select({ id: riskVersions.id }).from(riskVersions)).length <= 6,
      'no version per event more than needed',
    );
    await until(async () => {
      const waiting = await t.db.select().from(outboxEvents).where(isNull(outboxEvents.dispatchedAt));
      return waiting.length === 0 ? true : undefined;
    });
  });

  it('keep an event whose hand-over failed', async () => {
    await stop();
    stop = async () => {};
    await emit(t.context(job), { type: 'clue.changed', clueId: people.proposer });
    const broken = { send: () => Promise.reject(new Error('no queue')) };
    await assert.rejects(dispatchOutbox(t.context(job), broken), /no queue/);
    assert.equal((await t.db.select().from(outboxEvents).where(isNull(outboxEvents.dispatchedAt))).length, 1);
    let sent = 0;
    const working = { send: async () => String(sent++) };
    assert.equal(await dispatchOutbox(t.context(job), working as never), 1);
    assert.equal(await dispatchOutbox(t.context(job), working as never), 0);
    assert.equal(sent, 1);
  });
});
