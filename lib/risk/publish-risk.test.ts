import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { asc, eq, inArray } from 'drizzle-orm';
import { auditEvents } from '../../drizzle/schema/audit.ts';
import { clues } from '../../drizzle/schema/clues.ts';
import { consents } from '../../drizzle/schema/contacts.ts';
import { riskPublications } from '../../drizzle/schema/risk.ts';
import { incidentReports } from '../../drizzle/schema/triage.ts';
import { testDatabase } from '../db/testing.ts';
import { squaresTouched } from '../geo/squares-touched.ts';
import { publishRisk } from './publish-risk.ts';
import { publishedSurface } from './published-surface.ts';
import { freshId, insertClue, job, member, seedForRisk, share, userActor } from './testing.ts';

describe('batches', () => {
  const t = testDatabase();
  let people: { proposer: string; verifier: string };
  const administrator = userActor(freshId(), 'administrator');
  const organisation = userActor(freshId(), 'organisation');
  const publish = async () => {
    for (const audience of ['public', 'organisation'] as const) await publishRisk(t.context(administrator), audience);
  };
  const takeBack = (incidentId: string) => {
    const told = t.db
      .select({ id: incidentReports.reportId })
      .from(incidentReports)
      .where(eq(incidentReports.incidentId, incidentId));
    return t.db.update(consents).set({ withdrawnAt: new Date() }).where(inArray(consents.reportId, told));
  };
  before(async () => {
    await t.reset();
    people = await seedForRisk(t.db);
    await share(t.db, await insertClue(t.db, people));
  });

  it('are an administrator’s or a job’s, each with its audit row', async () => {
    await assert.rejects(publishRisk(t.context(), 'public'), { code: 'not_signed_in' });
    for (const role of ['organisation', 'moderator', 'lead'] as const)
      await assert.rejects(publishRisk(t.context(userActor(freshId(), role)), 'public'), { code: 'forbidden' });
    await publishRisk(t.context(administrator), 'public');
    await publishRisk(t.context(job), 'organisation');
    const rows = await t.db.select().from(auditEvents).where(eq(auditEvents.action, 'risk.publish'));
    assert.deepEqual(rows.map(({ detail }) => detail.audience).sort(), ['organisation', 'public']);
  });

  it('freeze what an audience sees until the next one', async () => {
    const before = await publishedSurface(t.context(), 'public');
    await insertClue(t.db, { ...people, geometry: { type: 'Point', coordinates: [46.55, 39.65] } });
    assert.deepEqual(await publishedSurface(t.context(), 'public'), before);
    const made = await publishRisk(t.context(administrator), 'public');
    const after = await publishedSurface(t.context(), 'public');
    assert.equal(after?.number, made.number);
    assert.ok(after && before && after.body.squares.length > before.body.squares.length);
  });

  it('of a repeated job are one', async () => {
    const first = await publishRisk(t.context(job), 'public');
    assert.equal((await publishRisk(t.context(job), 'public')).number, first.number);
    assert.notEqual((await publishRisk(t.context(administrator), 'public')).number, first.number);
  });

  it('tell the public squares only: no coordinate, date, kind, count or id of a clue', async () => {
    const text = JSON.stringify((await publishedSurface(t.context(), 'public'))?.body);
    const all = await t.db.select({ id: clues.id, exportId: clues.exportId }).from(clues);
    for (const word of ['39.8', '46.7,', '2021', 'human_accident', ...all.flatMap((clue) => [clue.id, clue.exportId])])
      assert.ok(!text.includes(word), word);
  });

  it('give an organisation the surface of its batch, and nobody else', async () => {
    await publishRisk(t.context(administrator), 'organisation');
    const release = await publishedSurface(t.context(await member(t.db)), 'organisation');
    assert.ok(release && release.body.shapes.danger.length > 0 && release.body.shapes.ignorance.length > 0);
    await assert.rejects(publishedSurface(t.context(), 'organisation'), { code: 'not_signed_in' });
    await assert.rejects(publishedSurface(t.context(administrator), 'organisation'), { code: 'forbidden' });
    const ended = await member(t.db, new Date('2020-01-01'));
    for (const outsider of [ended, organisation])
      await assert.rejects(publishedSurface(t.context(outsider), 'organisation'), { code: 'forbidden' });
  });

  it('are numbered from one for each audience', async () => {
    const rows = await t.db.select().from(riskPublications).orderBy(asc(riskPublications.number));
    for (const audience of ['public', 'organisation'] as const) {
      const numbers = rows.filter((row) => row.audience === audience).map(({ number }) => number);
      assert.deepEqual(
        numbers,
        numbers
          .keys()
          .map((i) => i + 1)
          .toArray(),
      );
      const kept = rows.filter((row) => row.audience === audience && row.cluesThen !== null);
      assert.deepEqual(
        kept.map(({ number }) => number),
        numbers.slice(-1),
        'clues are kept with the newest only',
      );
    }
  });

  it('draw an organisation nothing finer than the public square of a clue that is not shared', async () => {
    await t.reset();
    people = await seedForRisk(t.db);
    const reader = await member(t.db);
    await share(t.db, await insertClue(t.db, people));
    await publish();
    const alone = (await publishedSurface(t.context(reader), 'organisation'))!.body;
    assert.deepEqual(alone.squares, []);
    const kept = await insertClue(t.db, { ...people, geometry: { type: 'Point', coordinates: [46.55, 39.65] } });
    const { clueCount } = await publishRisk(t.context(administrator), 'organisation');
    const sameWeek = (await publishedSurface(t.context(reader), 'organisation'))!.body;
    assert.deepEqual(sameWeek.squares, [], 'no sooner than the public could know');
    await publish();
    const both = (await publishedSurface(t.context(reader), 'organisation'))!.body;
    assert.equal(clueCount, 1);
    assert.deepEqual(both.shapes, alone.shapes);
    assert.deepEqual(both.squares, squaresTouched({ type: 'Point', coordinates: [46.55, 39.65] }, 50));
    await share(t.db, kept);
    await publish();
    const shared = (await publishedSurface(t.context(reader), 'organisation'))!.body;
    assert.deepEqual(shared.squares, []);
    assert.notDeepEqual(shared.shapes, alone.shapes);
    await takeBack(kept.incidentId);
    await publishRisk(t.context(administrator), 'organisation');
    const after = (await publishedSurface(t.context(reader), 'organisation'))!.body;
    assert.deepEqual(after.shapes, alone.shapes);
    assert.deepEqual(after.squares, both.squares, 'what is shared no more is still danger, as coarse as for everybody');
  });

  it('count no clue whose reporters took everything back, and keep its danger on the map', async () => {
    await t.reset();
    people = await seedForRisk(t.db);
    const told = await Promise.all([1, 2, 3].map(() => insertClue(t.db, { ...people, districtId: 'd' })));
    for (const clue of told) await share(t.db, clue);
    const released = async () => {
      await publishRisk(t.context(administrator), 'public');
      const { squares, counts } = (await publishedSurface(t.context(), 'public'))!.body;
      return { squares, counted: counts.map(({ cluesAtLeast }) => cluesAtLeast) };
    };
    const before = await released();
    assert.deepEqual(before.counted, [3]);
    await takeBack(told[0]!.incidentId);
    assert.deepEqual(await released(), { ...before, counted: [] });
  });
});
