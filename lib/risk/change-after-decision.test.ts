import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { eq } from 'drizzle-orm';
import { clues } from '../../drizzle/schema/clues.ts';
import { testDatabase } from '../db/testing.ts';
import { riskChangeAfter } from './change-after-decision.ts';
import { computeRisk } from './compute-risk.ts';
import { freshId, insertClue, job, seedForRisk, userActor } from './testing.ts';

describe('what a decision changes on the layer', () => {
  const t = testDatabase();
  const moderator = userActor(freshId(), 'moderator');
  let people: { proposer: string; verifier: string };
  const at = (second: number) => new Date(Date.UTC(2026, 10, 24, 12, 0, second));
  const change = (decided: number, now = decided + 30) => riskChangeAfter(t.context(moderator, at(now)), at(decided));
  before(async () => {
    await t.reset();
    people = await seedForRisk(t.db);
    await insertClue(t.db, people);
    await computeRisk(t.context(job, at(0)));
  });

  it('is awaited, then told by class, up after a new clue and down after its withdrawal', async () => {
    assert.deepEqual(await change(5), { state: 'pending' });
    assert.deepEqual(await change(5, 90), { state: 'none' });
    const clue = await insertClue(t.db, { ...people, geometry: { type: 'Point', coordinates: [46.6, 39.7] } });
    await computeRisk(t.context(job, at(10)));
    const more = await change(5);
    assert.ok(more.state === 'computed' && more.up > 0 && more.squareKilometres > 0);
    assert.ok(more.to > more.from);
    assert.ok(more.centre && Math.abs(more.centre.lng - 46.6) < 0.05 && Math.abs(more.centre.lat - 39.7) < 0.05);
    assert.equal(more.cells.length + more.cellsLeftOut, more.up + more.down);
    await t.db.update(clues).set({ state: 'withdrawn', version: 2 }).where(eq(clues.id, clue.id));
    await computeRisk(t.context(job, at(20)));
    const less = await change(15);
    assert.ok(less.state === 'computed');
    assert.deepEqual([less.up, less.down], [more.down, more.up], 'withdrawing is the way back');
    assert.deepEqual(await change(5), more, 'a later surface does not change what an earlier decision did');
  });

  it('is forgotten for the first surface of all, and told to moderators only', async () => {
    assert.deepEqual(await change(0), { state: 'forgotten' });
    await assert.rejects(riskChangeAfter(t.context(), at(0)), { code: 'not_signed_in' });
    for (const role of ['organisation', 'administrator'] as const)
      await assert.rejects(riskChangeAfter(t.context(userActor(freshId(), role)), at(0)), { code: 'forbidden' });
  });
});
