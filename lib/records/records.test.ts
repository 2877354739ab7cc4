import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { before, describe, it } from 'node:test';
import { and, eq } from 'drizzle-orm';
import { auditEvents } from '../../drizzle/schema/audit.ts';
import { outboxEvents } from '../../drizzle/schema/jobs.ts';
import { minefieldRecords } from '../../drizzle/schema/records.ts';
import { fails } from '../clues/testing.ts';
import type { UserActor } from '../context.ts';
import { onPostgres, testDatabase } from '../db/testing.ts';
import { makeUser } from '../triage/testing.ts';
import { acceptRecord, sendBackRecord, withdrawRecord } from './decide-record.ts';
import { findAcceptedRecords } from './find-accepted.ts';
import { getRecord, listRecords } from './get-record.ts';
import { proposeRecord } from './propose-record.ts';

const told = {
  documentId: 'Form 7/93',
  custody: 'Engineer company, archive, agency',
  mapSeries: 'General staff',
  sheet: 'J-38-021-3',
  scale: 50_000,
  datum: 'sk42',
  referenceText: '39.80000, 46.70000',
  shape: 'polygon',
  tied: true,
  legsText: '90 200\n0 100\n90 100\n180 100\n270 100',
  declinationDegrees: 0,
  bearingErrorDegrees: 1,
  distanceErrorMetres: 2,
  residualMetres: 10,
  rows: 3,
  spacingMetres: 4,
  devicesText: 'PMN-2, 120\nOZM-72',
  laidFrom: '1993',
  laidTo: '1993-08',
  audience: 'moderators',
};

describe('minefield records', () => {
  const t = testDatabase();
  let [one, two] = [] as unknown as [UserActor, UserActor];
  before(async () => {
    await t.reset();
    one = await makeUser(t.db);
    two = await makeUser(t.db, 'lead');
  });
  const propose = () => proposeRecord(t.context(one), told);
  const trail = async (id: string) =>
    (await t.db.select().from(auditEvents).where(eq(auditEvents.subjectId, id)).orderBy(auditEvents.id)).map(
      ({ action, actorId }) => [action, actorId],
    );
  const events = async (id: string) =>
    (await t.db.select().from(outboxEvents).where(eq(outboxEvents.type, 'records.changed'))).filter(
      ({ payload }) => (payload as { recordId: string }).recordId === id,
    ).length;

  it('posted twice by one form are entered once, at the same moment too', async () => {
    const sent = { ...told, id: randomUUID() };
    const [made, again] = await Promise.all([0, 1].map(() => proposeRecord(t.context(one), sent)));
    assert.deepEqual(again, made);
    assert.deepEqual(await trail(sent.id), [['record.propose', one.userId]]);
    await assert.rejects(proposeRecord(t.context(two), sent), fails('content_differs'));
  });

  it('are proposed as told, placed with their sum of errors, and accepted by another', async () => {
    const { recordId, errors } = await propose();
    assert.deepEqual([errors.datum, errors.coordinate, errors.residual, Math.round(errors.misclosure)], [5, 50, 10, 0]);
    assert.ok(errors.legs > 10 && errors.legs < 30, String(errors.legs));
    assert.equal(errors.total, Math.ceil(65 + errors.legs + errors.misclosure));
    const view = await getRecord(t.context(two), recordId);
    assert.deepEqual([view.laidFrom, view.laidTo, view.rows, view.state], ['1993-01-01', '1993-08-31', 3, 'proposed']);
    assert.deepEqual(view.devices, [
      { type: 'PMN-2', count: 120 },
      { type: 'OZM-72', count: null },
    ]);
    assert.equal(view.geometry.type, 'Polygon');
    assert.ok(Math.abs(view.reference.coordinates[0] - 46.7) > 0.0005, 'SK-42 is converted');
    await assert.rejects(
      acceptRecord(t.context(one), { recordId, version: 1 }),
      fails('same_person', (d) => d.rule === 'recorder'),
    );
    await acceptRecord(t.context(two), { recordId, version: 1 });
    await assert.rejects(acceptRecord(t.context(two), { recordId, version: 1 }), fails('stale_version'));
    await assert.rejects(acceptRecord(t.context(two), { recordId, version: 2 }), fails('wrong_state'));
    assert.deepEqual(await trail(recordId), [
      ['record.propose', one.userId],
      ['record.accept', two.userId],
    ]);
    assert.equal(await events(recordId), 2);
    assert.ok((await listRecords(t.context(one))).some(({ id, state }) => id === recordId && state === 'accepted'));
  });

  it('are withdrawn with a reason, and stay readable', async () => {
    const { recordId } = await propose();
    await assert.rejects(withdrawRecord(t.context(two), { recordId, version: 1, reason: ' ' }), fails('invalid_input'));
    await assert.rejects(withdrawRecord(t.context(two), { recordId, version: 2, reason: 'x' }), fails('stale_version'));
    await withdrawRecord(t.context(two), { recordId, version: 1, reason: 'A copy of M-1.' });
    await assert.rejects(acceptRecord(t.context(two), { recordId, version: 2 }), fails('wrong_state'));
    await assert.rejects(withdrawRecord(t.context(two), { recordId, version: 2, reason: 'x' }), fails('wrong_state'));
    assert.equal((await getRecord(t.context(one), recordId)).withdrawalReason, 'A copy of M-1.');
    assert.deepEqual((await trail(recordId)).at(-1), ['record.withdraw', two.userId]);
    assert.equal(await events(recordId), 2);
  });

  it('are refused when they are nonsense', async () => {
    const wrong: [Record<string, unknown>, string, string][] = [
      [{ referenceText: '46.7, 39.8' }, 'referenceText', 'coordinates_swapped'],
      [{ legsText: 'north 20' }, 'legsText', 'legs_unreadable'],
      [{ legsText: '0 20' }, 'legsText', 'too_few_vertices'],
      [{ legsText: '9 9\n45 100\n180 100\n315 100' }, 'legsText', 'shape_crosses_itself'],
      [{ residualMetres: 9000 }, 'legsText', 'error_too_large'],
      [{ residualMetres: Number.NaN }, 'residualMetres', 'uncertainty_invalid'],
      [{ devicesText: '120' }, 'devicesText', 'devices_unreadable'],
      [{ laidFrom: '1994', laidTo: '1993' }, 'laidTo', 'period_invalid'],
      [{ laidFrom: '1993-13' }, 'laidFrom', 'period_invalid'],
      [{ laidFrom: '2999' }, 'laidFrom', 'date_future'],
      [{ documentId: ' ' }, 'documentId', 'document_required'],
      [{ custody: '' }, 'custody', 'custody_required'],
    ];
    const before = await t.db.$count(minefieldRecords);
    for (const [change, field, key] of wrong)
      await assert.rejects(
        proposeRecord(t.context(one), {
          ...told,
          ...(change.laidFrom === '2999' ? { laidTo: undefined } : {}),
          ...change,
        }),
        fails('invalid_input', (d) => (d.fields as Record<string, string>)[field] === key),
        `${field} ${key}`,
      );
    assert.equal(await t.db.$count(minefieldRecords), before);
  });

  it('are for moderators and leads', async () => {
    const { recordId } = await propose();
    const edit = { recordId, version: 1, reason: 'x' };
    for (const role of ['organisation', 'administrator'] as const) {
      const other = t.context(await makeUser(t.db, role));
      await assert.rejects(proposeRecord(other, told), fails('forbidden'));
      for (const verb of [acceptRecord, withdrawRecord]) await assert.rejects(verb(other, edit), fails('forbidden'));
      await assert.rejects(getRecord(other, recordId), fails('forbidden'));
      await assert.rejects(listRecords(other), fails('forbidden'));
    }
    await assert.rejects(getRecord(t.context(), recordId), fails('not_signed_in'));
    await assert.rejects(getRecord(t.context(one), 'nonsense'), fails('not_found'));
  });

  it('are accepted or withdrawn, never both, when both happen at once', {
    skip: onPostgres ? false : 'the embedded database has one connection',
  }, async () => {
    const { recordId } = await propose();
    const both = await Promise.allSettled([
      acceptRecord(t.context(two), { recordId, version: 1 }),
      withdrawRecord(t.context(one), { recordId, version: 1, reason: 'At once.' }),
    ]);
    assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    const lost = both.find((each) => each.status === 'rejected');
    assert.ok(fails('stale_version')(lost?.reason), String(lost?.reason));
    const actions = and(eq(auditEvents.subjectId, recordId), eq(auditEvents.subjectType, 'record'));
    assert.equal((await t.db.select().from(auditEvents).where(actions)).length, 2);
  });

  it('are sent back with a reason by another, never by whoever entered them', async () => {
    const { recordId } = await propose();
    const edit = { recordId, version: 1, reason: 'The sheet is of another series.' };
    await assert.rejects(sendBackRecord(t.context(one), edit), fails('same_person'));
    await assert.rejects(sendBackRecord(t.context(two), { ...edit, reason: ' ' }), fails('invalid_input'));
    for (const role of ['organisation', 'administrator'] as const)
      await assert.rejects(sendBackRecord(t.context(await makeUser(t.db, role)), edit), fails('forbidden'));
    await sendBackRecord(t.context(two), edit);
    await assert.rejects(acceptRecord(t.context(two), { recordId, version: 2 }), fails('wrong_state'));
    const view = await getRecord(t.context(one), recordId);
    assert.equal(view.state, 'sent_back');
    assert.deepEqual(
      view.history.map(({ action, reason }) => [action, reason]),
      [
        ['record.propose', null],
        ['record.send_back', edit.reason],
      ],
    );
    assert.match(view.history[1]!.by!, /^M /);
  });

  it('are corrected by another record, which counts once a second person accepts it; both are kept', async () => {
    const { recordId } = await propose();
    const reason = 'The bearings were magnetic.';
    const corrects = { correctsId: recordId, correctsVersion: 2, correctionReason: reason };
    const corrected = { ...told, declinationDegrees: 5.5, ...corrects };
    await assert.rejects(
      proposeRecord(t.context(one), { ...corrected, correctsVersion: 1 }),
      fails('wrong_state', (d) => d.state === 'proposed'),
    );
    await acceptRecord(t.context(two), { recordId, version: 1 });
    await assert.rejects(proposeRecord(t.context(one), { ...corrected, correctsVersion: 1 }), fails('stale_version'));
    await assert.rejects(
      proposeRecord(t.context(one), { ...corrected, correctionReason: ' ' }),
      fails('invalid_input', ({ fields }) => (fields as Record<string, string>).correctionReason === 'reason_required'),
    );
    const next = await proposeRecord(t.context(two), corrected);
    await assert.rejects(proposeRecord(t.context(one), corrected), fails('already_done'));
    await assert.rejects(acceptRecord(t.context(two), { recordId: next.recordId, version: 1 }), fails('same_person'));
    const counting = async () => (await findAcceptedRecords(t.db, false)).map(({ id }) => id);
    assert.ok((await counting()).includes(recordId));
    await acceptRecord(t.context(one), { recordId: next.recordId, version: 1 });
    const after = await counting();
    assert.deepEqual([after.includes(recordId), after.includes(next.recordId)], [false, true]);
    const old = await getRecord(t.context(one), recordId);
    assert.deepEqual(
      [old.state, old.version, old.declinationDegrees, old.corrections.map(({ id }) => id)],
      ['superseded', 3, 0, [next.recordId]],
    );
    const fresh = await getRecord(t.context(one), next.recordId);
    assert.deepEqual([fresh.corrects?.id, fresh.correctionReason], [recordId, reason]);
    assert.deepEqual(
      (await trail(recordId)).map(([action]) => action),
      ['record.propose', 'record.accept', 'record.supersede'],
    );
    await assert.rejects(
      withdrawRecord(t.context(one), { recordId, version: 3, reason: 'Again.' }),
      fails('wrong_state'),
    );
  });
});
