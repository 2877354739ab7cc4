import assert from 'node:assert/strict';
import { before, beforeEach, describe, it } from 'node:test';
import { and, eq } from 'drizzle-orm';
import { auditEvents } from '../../drizzle/schema/audit.ts';
import { locationClaims, reports } from '../../drizzle/schema/reports.ts';
import { assessments, incidents } from '../../drizzle/schema/triage.ts';
import type { UserActor } from '../context.ts';
import { testDatabase } from '../db/testing.ts';
import { isProblem } from '../errors.ts';
import { addLocationClaim } from './add-location-claim.ts';
import { assessReport } from './assess-report.ts';
import { assignToIncident } from './assign-to-incident.ts';
import { getCase } from './get-case.ts';
import { listQueue } from './list-queue.ts';
import { removeFromIncident } from './remove-from-incident.ts';
import { suggestSameEvent } from './same-event/suggest-same-event.ts';
import { setReportState } from './set-report-state.ts';
import { makeReport, makeUser, point } from './testing.ts';
import { referUrgently } from './urgent/refer-urgently.ts';

const fails =
  (code: string, detail: (d: Record<string, unknown>) => boolean = () => true) =>
  (error: unknown) =>
    isProblem(error) && error.code === code && detail(error.detail as Record<string, unknown>);
const grade = { sourceReliability: 'C', infoCredibility: '2', sourceClass: 'individual', detonationAttested: true };

describe('triage', () => {
  const t = testDatabase();
  let actor: UserActor;
  beforeEach(async () => {
    await t.reset();
    actor = await makeUser(t.db);
  });
  const ctx = () => t.context(actor);
  const trail = (id: string, action: string) =>
    t.db
      .select()
      .from(auditEvents)
      .where(and(eq(auditEvents.subjectId, id), eq(auditEvents.action, action)));

  it('refuses everybody but moderators, at every door', async () => {
    const reportId = await makeReport(t.db);
    const verbs: ((ctx: Parameters<typeof listQueue>[0]) => Promise<unknown>)[] = [
      (c) => listQueue(c),
      (c) => getCase(c, reportId),
      (c) => suggestSameEvent(c, reportId),
      (c) => assignToIncident(c, { reportId, incidentId: null, version: 1 }),
      (c) => removeFromIncident(c, { reportId, version: 1, reason: 'x' }),
      (c) => assessReport(c, { reportId, version: 1, ...grade }),
      (c) => setReportState(c, { reportId, version: 1, state: 'screened' }),
      (c) => referUrgently(c, { reportId, version: 1, urgent: true, reason: 'x' }),
      (c) =>
        addLocationClaim(c, {
          reportId,
          version: 1,
          geometry: point(46.9, 40.1),
          uncertaintyMetres: 100,
          method: 'map_pin',
          positionOf: 'event',
          reason: 'x',
        }),
    ];
    for (const verb of verbs) {
      await assert.rejects(verb(t.context()), fails('not_signed_in'));
      for (const role of ['organisation', 'administrator'] as const) {
        await assert.rejects(verb(t.context(await makeUser(t.db, role))), fails('forbidden'));
      }
    }
  });

  it('refuses a stale edit at every door and tells who changed what', async () => {
    const reportId = await makeReport(t.db);
    await setReportState(ctx(), { reportId, version: 1, state: 'screened' });
    const told = (d: Record<string, unknown>) => {
      const [edit] = (d.changed as { edits: { action: string; by: string; detail: { state: string } }[] }).edits;
      return (
        d.version === 2 &&
        edit?.action === 'report.set_state' &&
        edit.by.startsWith('M ') &&
        edit.detail.state === 'screened'
      );
    };
    const claim = {
      geometry: point(46.9, 40.1),
      uncertaintyMetres: 100,
      method: 'map_pin',
      positionOf: 'event',
      reason: 'x',
    };
    for (const edit of [
      () => assignToIncident(ctx(), { reportId, incidentId: null, version: 1 }),
      () => removeFromIncident(ctx(), { reportId, version: 1, reason: 'x' }),
      () => assessReport(ctx(), { reportId, version: 1, ...grade }),
      () => setReportState(ctx(), { reportId, version: 1, state: 'screened' }),
      () => referUrgently(ctx(), { reportId, version: 1, urgent: true, reason: 'x' }),
      () => addLocationClaim(ctx(), { reportId, version: 1, ...claim }),
    ]) {
      await assert.rejects(edit(), fails('stale_version', told));
    }
  });

  it('assigns reports to one incident, takes one out again, and destroys nothing', async () => {
    const first = await makeReport(t.db, {
      kind: 'animal_accident',
      dateStart: '2024-06-01',
      dateEnd: null,
      datePrecision: 'month',
    });
    const second = await makeReport(t.db, { killed: 1 });
    const { incidentId, version, state } = await assignToIncident(ctx(), {
      reportId: first,
      incidentId: null,
      version: 1,
    });
    assert.deepEqual([version, state], [2, 'screened']);
    await assignToIncident(ctx(), { reportId: second, incidentId, version: 1 });
    const [joined] = await t.db.select().from(incidents).where(eq(incidents.id, incidentId));
    assert.deepEqual([joined?.kind, joined?.datePrecision], ['human_accident', 'day']);
    await assert.rejects(
      assignToIncident(ctx(), { reportId: second, incidentId: null, version: 2 }),
      fails('already_done'),
    );
    await removeFromIncident(ctx(), { reportId: second, version: 2, reason: 'Another day.' });
    const [left] = await t.db.select().from(incidents).where(eq(incidents.id, incidentId));
    assert.deepEqual([left?.kind, left?.datePrecision], ['animal_accident', 'month']);
    const [removed] = await trail(second, 'report.remove_from_incident');
    assert.equal(removed?.reason, 'Another day.');
    assert.equal((await trail(incidentId, 'incident.add_report')).length, 2);
    const again = await assignToIncident(ctx(), { reportId: second, incidentId, version: 3 });
    assert.equal(again.incidentId, incidentId);
  });

  it('grades a report, derives its evidence class, and keeps the older grade', async () => {
    const reportId = await makeReport(t.db);
    const first = await assessReport(ctx(), { reportId, version: 1, ...grade });
    assert.deepEqual(
      [first.evidenceClass, first.evidenceReason, first.state],
      ['direct', 'detonation_located', 'under_assessment'],
    );
    const second = await assessReport(ctx(), { reportId, version: 2, ...grade, detonationAttested: false });
    assert.equal(second.evidenceReason, 'detonation_not_attested');
    const rows = await t.db.select().from(assessments).where(eq(assessments.reportId, reportId));
    assert.deepEqual(rows.map(({ supersededAt }) => supersededAt === null).sort(), [false, true]);
    assert.equal(rows[0]?.independenceGroup, 'presumed');
    assert.equal((await trail(reportId, 'report.assess')).length, 2);
  });

  it('lets nobody grade an own report', async () => {
    const reportId = await makeReport(t.db, { submittedBy: actor.userId });
    await assert.rejects(assessReport(ctx(), { reportId, version: 1, ...grade }), fails('same_person'));
  });

  it('counts a media repeat as no new evidence, and a second chain as corroboration', async () => {
    const said = { kind: 'hazard_knowledge', knowledgeBasis: 'own_observation' } as const;
    const [a, b, c] = [await makeReport(t.db, said), await makeReport(t.db, said), await makeReport(t.db, said)];
    const { incidentId } = await assignToIncident(ctx(), { reportId: a, incidentId: null, version: 1 });
    for (const reportId of [b, c]) await assignToIncident(ctx(), { reportId, incidentId, version: 1 });
    const alone = await assessReport(ctx(), { reportId: a, version: 2, ...grade, independenceGroup: 'herder' });
    assert.equal(alone.evidenceReason, 'sighting_uncorroborated');
    const other = await assessReport(ctx(), { reportId: b, version: 2, ...grade, independenceGroup: 'driver' });
    assert.equal(other.evidenceReason, 'sighting_corroborated');
    const repeat = await assessReport(ctx(), {
      reportId: c,
      version: 2,
      ...grade,
      sourceClass: 'media',
      independenceGroup: 'driver',
    });
    assert.equal(repeat.evidenceClass, 'none');
    assert.equal((await getCase(ctx(), a)).evidence.reason, 'sighting_corroborated');
  });

  it('moves states by the table only, with reasons', async () => {
    const reportId = await makeReport(t.db);
    const to = (state: string, version: number, more = {}) =>
      setReportState(ctx(), { reportId, version, state, ...more });
    await assert.rejects(to('verified_clue', 1), fails('wrong_state'));
    await assert.rejects(to('needs_info', 1), fails('wrong_state'));
    await assert.rejects(
      to('rejected', 1),
      fails('invalid_input', (d) => JSON.stringify(d.fields) === '{"reason":"reason_required"}'),
    );
    await to('rejected', 1, { reason: 'A test of the form.' });
    await to('under_assessment', 2, { reason: 'It was none.' });
    await assert.rejects(to('duplicate', 3, { reason: 'Same text.' }), fails('invalid_input'));
    const original = await makeReport(t.db);
    await to('duplicate', 3, { reason: 'Same text.', mergedInto: original });
    const [row] = await t.db.select().from(reports).where(eq(reports.id, reportId));
    assert.deepEqual([row?.state, row?.mergedInto], ['duplicate', original]);
    const [event] = await trail(reportId, 'report.set_state');
    assert.equal(event?.reason, 'A test of the form.');
  });

  it("adds a moderator's claim beside the others; none is overwritten", async () => {
    const reportId = await makeReport(t.db, { claim: { method: 'settlement_centroid', uncertaintyMetres: 2000 } });
    const claim = {
      geometry: point(46.91, 40.11),
      uncertaintyMetres: 300,
      method: 'direction_distance',
      positionOf: 'event',
    };
    await assert.rejects(addLocationClaim(ctx(), { reportId, version: 1, ...claim }), fails('invalid_input'));
    const far = addLocationClaim(ctx(), { reportId, version: 1, ...claim, geometry: point(12, 50), reason: 'x' });
    await assert.rejects(far, fails('invalid_input'));
    const { estimate } = await addLocationClaim(ctx(), {
      reportId,
      version: 1,
      ...claim,
      reason: 'North of the school, he says.',
    });
    assert.deepEqual([estimate?.reason, estimate?.precisionClass], ['moderator', 'B']);
    assert.equal(await t.db.$count(locationClaims, eq(locationClaims.reportId, reportId)), 2);
    const [event] = await trail(reportId, 'report.add_location_claim');
    assert.ok(event && !JSON.stringify(event.detail).includes('46.'), 'the trail holds no coordinates');
  });

  it('offers the twin of a report with reasons, not the stranger, nor one of another kind of database', async () => {
    const reportId = await makeReport(t.db);
    const twin = await makeReport(t.db, { claim: { geometry: point(46.903, 40.1) }, dateStart: '2024-06-02' });
    await makeReport(t.db, { dateStart: '2019-01-01' });
    await makeReport(t.db, { claim: { geometry: point(47.5, 40.1) } });
    await makeReport(t.db, { practice: false });
    await makeReport(t.db, { state: 'rejected' });
    const found = await suggestSameEvent(ctx(), reportId);
    assert.deepEqual(
      found.map((one) => one.reportId),
      [twin],
    );
    assert.deepEqual(found[0]?.reasons.map(({ key }) => key).slice(0, 3), ['circles_near', 'dates_apart', 'same_kind']);
  });

  describe('queue', () => {
    it('is sorted by need, filtered, counted', async () => {
      const old = new Date('2024-01-01T00:00:00Z');
      const heard = await makeReport(t.db, {
        kind: 'detonation_no_casualty',
        submittedAt: old,
        description: 'two bangs at the weir',
      });
      const hurt = await makeReport(t.db);
      const urgent = await makeReport(t.db, { kind: 'hazard_sighting', inhabitedPlaceDanger: true });
      const waiting = await makeReport(t.db, { state: 'needs_info' });
      await makeReport(t.db, { state: 'rejected' });
      const queue = await listQueue(ctx());
      assert.deepEqual(
        queue.items.map(({ reportId }) => reportId),
        [urgent, hurt, heard, waiting],
      );
      assert.deepEqual(
        queue.items.map(({ need }) => need),
        ['urgent', 'people_hurt', 'open', 'answer_awaited'],
      );
      assert.equal(queue.counts.open, 4);
      assert.equal(queue.counts.oldestSubmittedAt?.getTime(), old.getTime());
      const ids = async (filter: Parameters<typeof listQueue>[1]) =>
        (await listQueue(ctx(), filter)).items.map(({ reportId }) => reportId);
      assert.deepEqual(await ids({ kind: 'hazard_sighting' }), [urgent]);
      assert.deepEqual(await ids({ text: 'WEIR' }), [heard]);
      assert.deepEqual(await ids({ text: `R-${queue.items[0]?.number}` }), [urgent]);
      assert.deepEqual(await ids({ text: '100%' }), []);
      assert.equal((await listQueue(ctx(), { states: ['rejected'] })).matching, 1);
      assert.deepEqual(await ids({ limit: 1, offset: 1 }), [hurt]);
      await assert.rejects(listQueue(ctx(), { kind: 'nonsense' as never }), fails('invalid_input'));
    });
  });

  describe('case', () => {
    before(t.reset);
    it('holds claims, estimate, history by name, and never a receipt or contact', async () => {
      const reportId = await makeReport(t.db);
      await assessReport(ctx(), { reportId, version: 1, ...grade });
      const view = await getCase(ctx(), reportId);
      assert.equal(view.history[0]?.action, 'report.assess');
      assert.ok(view.history[0]?.by?.startsWith('M '));
      assert.equal(view.estimate?.claimId, view.claims[0]?.id);
      assert.doesNotMatch(JSON.stringify(view), /receiptHash|contentDigest|ciphertext/);
      await assert.rejects(getCase(ctx(), 'no-id'), fails('not_found'));
    });
  });
});
