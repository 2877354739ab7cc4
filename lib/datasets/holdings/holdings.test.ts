import assert from 'node:assert/strict';
import { before, beforeEach, describe, it } from 'node:test';
import { and, eq, inArray } from 'drizzle-orm';
import { organisations } from '../../../drizzle/schema/accounts.ts';
import { auditEvents } from '../../../drizzle/schema/audit.ts';
import { clues } from '../../../drizzle/schema/clues.ts';
import { consents } from '../../../drizzle/schema/contacts.ts';
import { incidentReports } from '../../../drizzle/schema/triage.ts';
import type { Actor, UserActor } from '../../context.ts';
import { testDatabase } from '../../db/testing.ts';
import { publishRisk } from '../../risk/publish-risk.ts';
import { freshId, insertClue, job, seedForRisk, share } from '../../risk/testing.ts';
import { makeUser } from '../../triage/testing.ts';
import { downloadClues } from '../download.ts';
import { listChanges } from './list-changes.ts';
import { markChangesRead } from './mark-changes-read.ts';

type Clue = Awaited<ReturnType<typeof insertClue>>;

describe('what became of downloaded clues', () => {
  const t = testDatabase();
  let [member, colleague, other] = [] as unknown as [UserActor, UserActor, UserActor];
  let [first, second, third] = [] as unknown as [Clue, Clue, Clue];
  before(async () => {
    await t.reset();
    const people = await seedForRisk(t.db);
    [first, second, third] = [
      await insertClue(t.db, people),
      await insertClue(t.db, people),
      await insertClue(t.db, people),
    ];
    for (const clue of [first, second]) await share(t.db, clue);
  });
  beforeEach(async () => {
    await t.db.update(clues).set({ state: 'verified', version: 1 });
    await t.db.update(consents).set({ withdrawnAt: null });
    await publish();
    const [one, two] = await t.db
      .insert(organisations)
      .values([
        { name: 'Goat Trust', kind: 'ngo' },
        { name: 'Sheep Trust', kind: 'ngo' },
      ])
      .returning();
    member = await makeUser(t.db, 'organisation', one!.id);
    colleague = await makeUser(t.db, 'organisation', one!.id);
    other = await makeUser(t.db, 'organisation', two!.id);
  });

  const publish = () => publishRisk(t.context(job), 'organisation');
  const download = (actor: Actor) => downloadClues(t.context(actor), { file: 'clues.csv' });
  const told = async (actor: Actor) => {
    const { withdrawn, corrected } = await listChanges(t.context(actor));
    return { withdrawn, corrected: corrected.map(({ id }) => id) };
  };
  const nothing = { withdrawn: [], corrected: [] };
  const set = (clue: Clue, values: Partial<typeof clues.$inferInsert>) =>
    t.db.update(clues).set(values).where(eq(clues.id, clue.id));
  /** Corrected, and told with the next batch. */
  const correct = async (clue: Clue, values: Partial<typeof clues.$inferInsert>) => {
    await set(clue, values);
    await publish();
  };
  /** The one report behind it is taken back by who sent it. */
  const takeBack = (clue: Clue) =>
    t.db
      .update(consents)
      .set({ withdrawnAt: new Date() })
      .where(
        inArray(
          consents.reportId,
          t.db
            .select({ id: incidentReports.reportId })
            .from(incidentReports)
            .where(eq(incidentReports.incidentId, clue.incidentId)),
        ),
      );
  const read = async (actor: Actor) => markChangesRead(t.context(actor), (await listChanges(t.context(actor))).digest);

  it('is told to every member of an organisation that took them out, and to no other', async () => {
    await set(first, { state: 'withdrawn', version: 2 });
    await download(other);
    await set(first, { state: 'verified', version: 1 });
    await download(member);
    await set(first, { state: 'superseded', version: 2 });
    for (const actor of [member, colleague])
      assert.deepEqual(await told(actor), { withdrawn: [first.exportId], corrected: [] });
    assert.deepEqual(await told(other), nothing, 'it never had that clue');
    const { lastDownload } = await listChanges(t.context(colleague));
    assert.ok(lastDownload && Math.abs(lastDownload.getTime() - Date.now()) < 60_000);
  });

  it('is told when a reporter took the report back, without saying so', async () => {
    await download(member);
    await takeBack(second);
    const changes = await listChanges(t.context(member));
    assert.deepEqual(changes.withdrawn, [second.exportId]);
    assert.doesNotMatch(JSON.stringify(changes), new RegExp(`consent|reason|${second.id}|${third.exportId}`));
  });

  it('tells of a correction until the file is taken out anew', async () => {
    await download(member);
    await set(first, { version: 2, killed: 2 });
    assert.deepEqual(await told(member), nothing, 'not before the batch');
    await publish();
    assert.deepEqual(await told(member), { withdrawn: [], corrected: [first.exportId] });
    await download(colleague);
    assert.deepEqual(await told(member), nothing);
  });

  it('is told of older copies too: downloading again does not delete them', async () => {
    await download(member);
    await set(first, { state: 'withdrawn', version: 2 });
    await download(member);
    assert.deepEqual((await told(member)).withdrawn, [first.exportId]);
  });

  it('is marked as read by a member for all, with an audit row; what comes later is told again', async () => {
    await download(member);
    await correct(first, { version: 2 });
    await read(colleague);
    assert.deepEqual(await told(member), nothing);
    const trail = and(
      eq(auditEvents.action, 'dataset.read_changes'),
      eq(auditEvents.subjectId, member.organisationId!),
    );
    const [row] = await t.db.select().from(auditEvents).where(trail);
    assert.deepEqual([row?.actorId, row?.detail], [colleague.userId, { withdrawn: 0, corrected: 1 }]);
    await correct(first, { version: 3 });
    assert.deepEqual((await told(member)).corrected, [first.exportId]);
    await read(member);
    await takeBack(first);
    assert.deepEqual(
      (await told(member)).withdrawn,
      [first.exportId],
      'that a correction was read says nothing of this',
    );
    await read(member);
    await assert.rejects(read(member), { code: 'already_done' });
  });

  it('is not marked as read when it grew since the page was shown', async () => {
    await download(member);
    await correct(first, { version: 2 });
    const { digest } = await listChanges(t.context(member));
    await takeBack(second);
    await assert.rejects(markChangesRead(t.context(member), digest), { code: 'stale_version' });
    assert.deepEqual(await told(member), { withdrawn: [second.exportId], corrected: [first.exportId] });
  });

  it('is told to a key as to a member, and still after the agreement has ended', async () => {
    const key: Actor = { type: 'apiKey', apiKeyId: freshId(), organisationId: member.organisationId! };
    await download(member);
    await t.db.update(organisations).set({ agreementUntil: new Date('2020-01-01') });
    assert.deepEqual(await told(key), nothing, 'the end of the agreement withdraws no clue');
    await set(first, { state: 'withdrawn', version: 2 });
    for (const actor of [key, member]) assert.deepEqual((await told(actor)).withdrawn, [first.exportId]);
  });

  it('is refused to everybody else, and a moderator who looks at what leaves holds nothing', async () => {
    const moderator = await makeUser(t.db, 'moderator', member.organisationId);
    await download(moderator);
    await set(first, { state: 'withdrawn', version: 2 });
    assert.deepEqual(await told(member), nothing);
    for (const actor of [moderator, await makeUser(t.db, 'administrator')]) {
      await assert.rejects(listChanges(t.context(actor)), { code: 'forbidden' });
      await assert.rejects(markChangesRead(t.context(actor), ''), { code: 'forbidden' });
    }
    await assert.rejects(listChanges(t.context()), { code: 'not_signed_in' });
  });
});
