import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { desc, eq, sql } from 'drizzle-orm';
import { auditEvents } from '../../drizzle/schema/audit.ts';
import { clues } from '../../drizzle/schema/clues.ts';
import { testDatabase } from '../db/testing.ts';
import { compareVersions, listVersions } from './compare-versions.ts';
import { computeRisk } from './compute-risk.ts';
import { rebuildRisk } from './rebuild-risk.ts';
import { freshId, insertClue, job, seedForRisk, userActor } from './testing.ts';

describe('versions of the surface', () => {
  const t = testDatabase();
  const moderator = userActor(freshId(), 'moderator');
  let people: { proposer: string; verifier: string };
  const ids: string[] = [];
  before(async () => {
    await t.reset();
    people = await seedForRisk(t.db);
    for (let i = 0; i < 8; i++) {
      const geometry = { type: 'Point' as const, coordinates: [46.6 + 0.03 * i, 39.8] as [number, number] };
      const dates = { dateStart: `201${i}-05-01`, dateEnd: `201${i}-05-01` };
      ids.push((await insertClue(t.db, { ...people, geometry, ...dates })).id);
    }
  });
  const change = (id: string, set: Partial<typeof clues.$inferInsert>) =>
    t.db
      .update(clues)
      .set({ ...set, version: sql`${clues.version} + 1` })
      .where(eq(clues.id, id));
  const changedClues = async () => {
    const [row] = await t.db
      .select({ detail: auditEvents.detail })
      .from(auditEvents)
      .where(eq(auditEvents.action, 'risk.compute'))
      .orderBy(desc(auditEvents.id))
      .limit(1);
    return (row!.detail as { changedClues: number | null }).changedClues;
  };

  it('take in what came, changed and was withdrawn, to the bytes that all clues anew give', async () => {
    assert.equal(
      (await rebuildRisk(t.context(job), (await computeRisk(t.context(job)))!.number)).outcome,
      'same_bytes',
    );
    for (const step of [
      () => insertClue(t.db, { ...people, geometry: { type: 'Point', coordinates: [46.72, 39.71] } }),
      () => change(ids[2]!, { geometry: { type: 'Point', coordinates: [46.9, 39.7] }, precisionClass: 'B' }),
      () => change(ids[3]!, { state: 'withdrawn' }),
    ]) {
      await step();
      const version = await computeRisk(t.context(job));
      assert.equal(await changedClues(), 1);
      assert.equal((await rebuildRisk(t.context(job), version!.number)).outcome, 'same_bytes');
    }
  });

  it('are gathered anew on another day', async () => {
    await computeRisk({ ...t.context(job), now: new Date(t.context(job).now.getTime() + 86_400_000) });
    assert.equal(await changedClues(), null);
  });

  it('are rebuilt from the inputs kept with them, whatever the clues have become since', async () => {
    for (const { number } of await listVersions(t.context(moderator)))
      assert.deepEqual(await rebuildRisk(t.context(moderator), number), {
        number,
        outcome: 'same_bytes',
        changedCells: 0,
      });
  });

  it('compare cell by cell', async () => {
    const versions = await listVersions(t.context(moderator));
    const [last, first] = [versions[0]!.number, versions.at(-1)!.number];
    const comparison = await compareVersions(t.context(moderator), first, last);
    assert.ok(comparison.changed > 0 && comparison.moved >= comparison.changed && comparison.changedInput);
    assert.ok(comparison.cells.every(({ dangerClass: [a, b], state: [c, d] }) => a !== b || c !== d));
    const same = await compareVersions(t.context(moderator), last, last);
    assert.deepEqual([same.changed, same.moved, same.changedInput], [0, 0, false]);
  });

  it('say when they cannot be rebuilt', async () => {
    const outcome = async (number: number) => (await rebuildRisk(t.context(job), number)).outcome;
    const [last, other, third] = (await listVersions(t.context(moderator))).map(({ number }) => number);
    await t.db.execute(sql`update risk_versions set inputs = null where number = ${last}`);
    assert.equal(await outcome(last!), 'no_inputs');
    await t.db.execute(
      sql`update risk_versions set artifact = set_byte(artifact, 500, (get_byte(artifact, 500) + 1) % 256) where number = ${other}`,
    );
    assert.equal(await outcome(other!), 'damaged');
    await assert.rejects(compareVersions(t.context(moderator), other!, third!), { code: 'not_found' });
    // Inputs of another version are not this one's.
    await t.db.execute(
      sql`update risk_versions set inputs = (select inputs from risk_versions order by number limit 1) where number = ${third}`,
    );
    assert.equal(await outcome(third!), 'damaged');
    await assert.rejects(rebuildRisk(t.context(job), 9_999), { code: 'not_found' });
  });

  it('are moderators’ only', async () => {
    const { number } = (await listVersions(t.context(moderator)))[0]!;
    for (const role of ['organisation', 'administrator'] as const) {
      await assert.rejects(listVersions(t.context(userActor(freshId(), role))), { code: 'forbidden' });
      await assert.rejects(compareVersions(t.context(userActor(freshId(), role)), number, number), {
        code: 'forbidden',
      });
    }
    await assert.rejects(rebuildRisk(t.context(userActor(freshId(), 'organisation')), number), { code: 'forbidden' });
    await assert.rejects(rebuildRisk(t.context(), number), { code: 'not_signed_in' });
  });
});
