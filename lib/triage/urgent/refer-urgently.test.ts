import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { and, eq } from 'drizzle-orm';
import { auditEvents } from '../../../drizzle/schema/audit.ts';
import { devices, reports } from '../../../drizzle/schema/reports.ts';
import { fails } from '../../clues/testing.ts';
import { testDatabase } from '../../db/testing.ts';
import { getCase } from '../get-case.ts';
import { makeReport, makeUser, point } from '../testing.ts';
import { passedOnOf } from './passed-on.ts';
import { referUrgently } from './refer-urgently.ts';

describe('passing a report on in an emergency', () => {
  const t = testDatabase();
  before(t.reset);
  const now = new Date('2024-06-03T12:00:00Z');
  const given = { version: 1, urgent: true, to: '102', how: 'telephone', reason: 'Children play there.' };
  const trail = (id: string) =>
    t.db
      .select()
      .from(auditEvents)
      .where(and(eq(auditEvents.subjectId, id), eq(auditEvents.action, 'report.refer_urgently')))
      .orderBy(auditEvents.id);

  it('records to whom, how, when and exactly what: the place with its error, and the object; no word, no person', async () => {
    const reportId = await makeReport(t.db, { description: 'Nərgiz saw it.', claim: { inputText: 'Nərgiz bağı' } });
    await t.db.insert(devices).values({
      ...{ reportId, position: 0, category: 'ap_mine', basis: 'unknown', stackedOrTrapped: 'unknown' },
    } as typeof devices.$inferInsert);
    const by = await makeUser(t.db);
    const { passOn } = await getCase(t.context(by), reportId);
    await referUrgently(t.context(by, now), { ...given, reportId, passedAt: '2024-06-03T15:40' });
    const [audit] = await trail(reportId);
    assert.deepEqual(
      [audit?.actorId, audit?.reason, audit?.detail],
      [by.userId, given.reason, { version: 2, urgent: true }],
    );
    const [row] = (await getCase(t.context(by), reportId)).referrals;
    const place = { type: 'Point', corners: [{ lng: 46.9, lat: 40.1 }], uncertaintyMetres: 60 };
    assert.deepEqual(row?.passed, { practice: true, kind: 'human_accident', device: 'ap_mine', place });
    assert.deepEqual(row?.passed, passOn, 'what the page shows is what is recorded');
    assert.deepEqual(
      [row?.passedTo, row?.how, row?.passedAt.toISOString(), row?.reportVersion],
      ['102', 'telephone', '2024-06-03T11:40:00.000Z', 2],
    );
    assert.ok(!JSON.stringify([row, audit]).includes('Nərgiz'));
    const [report] = await t.db.select().from(reports).where(eq(reports.id, reportId));
    assert.equal(report?.referredUrgentAt?.toISOString(), '2024-06-03T11:40:00.000Z');

    await referUrgently(t.context(by, now), { reportId, version: 2, urgent: false, reason: 'They are gone.' });
    assert.deepEqual((await trail(reportId)).at(-1)?.detail, { version: 3, urgent: false });
  });

  it('takes now where no time is given, and asks for what is missing', async () => {
    const by = t.context(await makeUser(t.db), now);
    const reportId = await makeReport(t.db);
    const wrong = (fields: Record<string, string>) =>
      fails('invalid_input', (d) => JSON.stringify(d.fields) === JSON.stringify(fields));
    const bare = { reportId, version: 1, urgent: true, reason: 'x' };
    await assert.rejects(referUrgently(by, bare), wrong({ to: 'recipient_required', how: 'how_required' }));
    for (const [passedAt, key] of [
      ['2024-06-03T16:01', 'time_in_future'],
      ['2024-13-03T10:00', 'time_invalid'],
      ['yesterday', 'time_invalid'],
    ] as const)
      await assert.rejects(referUrgently(by, { ...given, reportId, passedAt }), wrong({ passedAt: key }));
    await referUrgently(by, { ...given, reportId });
    assert.equal((await getCase(by, reportId)).referrals[0]?.passedAt.toISOString(), now.toISOString());
  });

  it('refuses a report that was taken back, and everybody but moderators', async () => {
    const reportId = await makeReport(t.db, { state: 'withdrawn' });
    const by = await makeUser(t.db);
    await assert.rejects(referUrgently(t.context(by), { ...given, reportId }), fails('wrong_state'));
    const other = await makeUser(t.db, 'organisation');
    await assert.rejects(referUrgently(t.context(other), { ...given, reportId }), fails('forbidden'));
    assert.deepEqual(await trail(reportId), []);
  });

  it('names a line or an area by its corners, and no place where none is known', () => {
    const told = { practice: false, kind: 'hazard_sighting' as const, devices: [] };
    assert.equal(passedOnOf(told, null).place, null);
    const line = {
      type: 'LineString' as const,
      coordinates: [point(46.1, 39.9), point(46.2, 39.8)].map(
        (one) => (one as { coordinates: [number, number] }).coordinates,
      ),
    };
    const { place, device } = passedOnOf(told, { geometry: line, uncertaintyMetres: 99.2 });
    assert.deepEqual([device, place?.type, place?.uncertaintyMetres], ['unknown', 'LineString', 100]);
    assert.deepEqual(place?.corners, [
      { lng: 46.1, lat: 39.9 },
      { lng: 46.2, lat: 39.8 },
    ]);
  });
});
