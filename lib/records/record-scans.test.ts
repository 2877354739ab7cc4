import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { and, eq } from 'drizzle-orm';
import { auditEvents } from '../../drizzle/schema/audit.ts';
import { scanFiles } from '../../drizzle/schema/media.ts';
import { fails } from '../clues/testing.ts';
import type { UserActor } from '../context.ts';
import { testDatabase } from '../db/testing.ts';
import { addScan } from '../media/scans/add-scan.ts';
import { getScan, listScans } from '../media/scans/list-scans.ts';
import { removeScan } from '../media/scans/remove-scan.ts';
import { makePhoto } from '../media/testing.ts';
import { makeReport, makeUser } from '../triage/testing.ts';
import { acceptRecord, withdrawRecord } from './decide-record.ts';
import { getRecord } from './get-record.ts';
import { listRecordScans } from './list-record-scans.ts';
import { proposeRecord } from './propose-record.ts';

const told = {
  ...{ documentId: 'Form 8/93', custody: 'Archive', datum: 'wgs84', referenceText: '39.80000, 46.70000' },
  ...{ shape: 'line', tied: false, legsText: '90 200', declinationDegrees: 0, bearingErrorDegrees: 1 },
  ...{ distanceErrorMetres: 2, residualMetres: 10, audience: 'organisations' },
};

describe('images of the paper of a minefield record', () => {
  const t = testDatabase();
  let [one, two] = [] as unknown as [UserActor, UserActor];
  before(async () => {
    await t.reset();
    one = await makeUser(t.db);
    two = await makeUser(t.db);
  });
  const propose = async (more: object = {}) => (await proposeRecord(t.context(one), { ...told, ...more })).recordId;
  const ids = async (recordId: string) => (await listRecordScans(t.context(two), recordId)).map(({ id }) => id);

  it('are kept once, encrypted, and stand in the history of the record', async () => {
    const recordId = await propose();
    const sent = await makePhoto({ width: 500, height: 400 });
    const { id } = await addScan(t.context(one), { recordId }, sent);
    assert.equal((await addScan(t.context(two), { recordId }, sent)).id, id);
    const kept = await getScan(t.context(two), { recordId }, id);
    const [stored] = await t.db.select().from(scanFiles).where(eq(scanFiles.scanId, id));
    assert.ok(stored && !stored.kept.includes(kept.subarray(0, 20)));
    const { history } = await getRecord(t.context(two), recordId);
    assert.deepEqual(
      history.map(({ action }) => action),
      ['record.propose', 'record.add_scan'],
    );
  });

  it('are for moderators, whatever the audience of the record, and of their own record only', async () => {
    const recordId = await propose();
    const { id } = await addScan(t.context(one), { recordId }, await makePhoto({ seed: 2 }));
    const ngo = t.context(await makeUser(t.db, 'organisation'));
    await assert.rejects(addScan(ngo, { recordId }, await makePhoto({ seed: 3 })), fails('forbidden'));
    await assert.rejects(getScan(ngo, { recordId }, id), fails('forbidden'));
    await assert.rejects(getScan(t.context(), { recordId }, id), fails('not_signed_in'));
    await assert.rejects(listRecordScans(ngo, recordId), fails('forbidden'));
    const reportId = await makeReport(t.db);
    await assert.rejects(getScan(t.context(one), { reportId }, id), fails('not_found'));
    await assert.rejects(getScan(t.context(one), { recordId: await propose() }, id), fails('not_found'));
    await assert.rejects(removeScan(t.context(one), { reportId, scanId: id, reason: 'Names.' }), fails('not_found'));
    await assert.rejects(removeScan(t.context(one), { scanId: id, reason: 'Names.' }), fails('not_found'));
    assert.deepEqual(await listScans(t.context(one), { reportId }), []);
  });

  it('are seen on a correction too, and a record that was replaced or withdrawn takes no more', async () => {
    const recordId = await propose();
    const { id } = await addScan(t.context(one), { recordId }, await makePhoto({ seed: 4 }));
    await acceptRecord(t.context(two), { recordId, version: 1 });
    const correction = await propose({ correctsId: recordId, correctsVersion: 2, correctionReason: 'A digit.' });
    const own = await addScan(t.context(one), { recordId: correction }, await makePhoto({ seed: 5 }));
    assert.deepEqual(await ids(correction), [own.id, id]);
    assert.deepEqual(await ids(recordId), [id]);
    await acceptRecord(t.context(two), { recordId: correction, version: 1 });
    const more = await makePhoto({ seed: 6 });
    await assert.rejects(addScan(t.context(one), { recordId }, more), fails('wrong_state'));
    await withdrawRecord(t.context(one), { recordId: correction, version: 2, reason: 'A forgery.' });
    await assert.rejects(addScan(t.context(one), { recordId: correction }, more), fails('wrong_state'));
  });

  it('are removed for good with a reason, also from a record out of use', async () => {
    const recordId = await propose();
    const { id: scanId } = await addScan(t.context(one), { recordId }, await makePhoto({ seed: 7 }));
    await withdrawRecord(t.context(one), { recordId, version: 1, reason: 'A forgery.' });
    await assert.rejects(removeScan(t.context(two), { recordId, scanId, reason: ' ' }), fails('invalid_input'));
    await removeScan(t.context(two), { recordId, scanId, reason: 'Names of soldiers.' });
    assert.deepEqual(await ids(recordId), []);
    assert.equal((await t.db.select().from(scanFiles).where(eq(scanFiles.scanId, scanId))).length, 0);
    const trail = and(eq(auditEvents.subjectId, recordId), eq(auditEvents.action, 'record.remove_scan'));
    const [row] = await t.db.select().from(auditEvents).where(trail);
    assert.deepEqual([row?.actorId, row?.subjectType, row?.reason], [two.userId, 'record', 'Names of soldiers.']);
  });
});
