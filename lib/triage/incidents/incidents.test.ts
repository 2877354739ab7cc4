import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { and, eq, isNull } from 'drizzle-orm';
import fc from 'fast-check';
import { auditEvents } from '../../../drizzle/schema/audit.ts';
import { clues } from '../../../drizzle/schema/clues.ts';
import { incidentReports } from '../../../drizzle/schema/triage.ts';
import type { UserActor } from '../../context.ts';
import { onPostgres, testDatabase } from '../../db/testing.ts';
import { isProblem } from '../../errors.ts';
import { assignToIncident } from '../assign-to-incident.ts';
import { getIncident } from '../get-incident.ts';
import { removeFromIncident } from '../remove-from-incident.ts';
import { loadIncident, loadReports } from '../store.ts';
import { makeReport, makeUser, point } from '../testing.ts';
import { chooseValue } from './choose-value.ts';
import type { IncidentField } from './input.ts';
import { linkIncidents, unlinkIncidents } from './link-incidents.ts';
import { mergeIncidents } from './merge-incidents.ts';
import { choicesOf, linksOf } from './replay.ts';
import { splitIncident } from './split-incident.ts';
import { loadIncidentEvents } from './store.ts';
import { undoIncidentEvent } from './undo-incident-event.ts';

const fails =
  (code: string, detail: (d: Record<string, unknown>) => boolean = () => true) =>
  (error: unknown) =>
    isProblem(error) && error.code === code && detail(error.detail as Record<string, unknown>);

describe('incidents', () => {
  const t = testDatabase();
  let actor: UserActor;
  beforeEach(async () => {
    await t.reset();
    actor = await makeUser(t.db);
  });
  const ctx = () => t.context(actor);
  const versionOf = async (id: string) => (await loadIncident(ctx(), id))!.version;
  const members = async (id: string) => (await getIncident(ctx(), id)).reports.map((report) => report.id);
  const incidentOf = async (...reportIds: string[]) => {
    let incidentId: string | null = null;
    for (const reportId of reportIds) {
      const version = (await loadReports(ctx(), [reportId]))[0]!.version;
      incidentId = (await assignToIncident(ctx(), { reportId, incidentId, version })).incidentId;
    }
    return incidentId!;
  };
  const merge = async (intoId: string, fromId: string, reason = 'One blast, two tellers.') =>
    mergeIncidents(ctx(), {
      intoId,
      intoVersion: await versionOf(intoId),
      fromId,
      fromVersion: await versionOf(fromId),
      reason,
    });
  const split = async (incidentId: string, ...reportIds: string[]) =>
    splitIncident(ctx(), { incidentId, version: await versionOf(incidentId), reportIds, reason: 'Another day.' });
  const choose = async (incidentId: string, field: IncidentField, reportId: string | null) =>
    chooseValue(ctx(), { incidentId, version: await versionOf(incidentId), field, reportId, reason: 'Two saw it.' });
  const undo = async (incidentId: string, eventId: string) =>
    undoIncidentEvent(ctx(), { eventId, version: await versionOf(incidentId), reason: 'A slip.' });

  it('are merged and unmerged; choices come along, and nothing is destroyed', async () => {
    const [a, b, c] = [
      await makeReport(t.db, { killed: 4 }),
      await makeReport(t.db, { killed: 5 }),
      await makeReport(t.db, { killed: 6 }),
    ];
    const into = await incidentOf(a);
    const from = await incidentOf(b, c);
    await choose(from, 'killed', c);
    const { eventId } = await merge(into, from);
    assert.deepEqual(await members(into), [a, b, c]);
    assert.deepEqual(await members(from), []);
    assert.equal((await getIncident(ctx(), into)).facts.killed, 6, 'the choice came along');
    await undo(into, eventId);
    assert.deepEqual([await members(into), await members(from)], [[a], [b, c]]);
    assert.deepEqual(
      [(await getIncident(ctx(), into)).facts.killed, (await getIncident(ctx(), from)).facts.killed],
      [4, 6],
    );
    const kept = await t.db.select().from(incidentReports).where(eq(incidentReports.reportId, b));
    assert.equal(kept.length, 3);
    const trail = await t.db
      .select()
      .from(auditEvents)
      .where(and(eq(auditEvents.subjectId, into), eq(auditEvents.action, 'incident.merge')));
    assert.equal(trail[0]?.reason, 'One blast, two tellers.');
    await assert.rejects(undo(into, eventId), fails('already_done'));
  });

  it('are split, and what was moved on later is undone first', async () => {
    const [a, b, c] = [await makeReport(t.db), await makeReport(t.db), await makeReport(t.db)];
    const one = await incidentOf(a, b, c);
    await assert.rejects(split(one, a, b, c), fails('wrong_state'));
    const first = await split(one, b, c);
    const second = await split(first.newIncidentId, c);
    await assert.rejects(
      undo(one, first.eventId),
      fails('wrong_state', (d) => (d.laterEvents as number[]).length === 1),
    );
    await undo(first.newIncidentId, second.eventId);
    await undo(one, first.eventId);
    assert.deepEqual(await members(one), [a, b, c]);
  });

  it('undo a joining and a leaving too', async () => {
    const reportId = await makeReport(t.db);
    const other = await makeReport(t.db);
    const incidentId = await incidentOf(other);
    const joined = await assignToIncident(ctx(), { reportId, incidentId, version: 1 });
    await undo(incidentId, joined.eventId);
    assert.deepEqual(await members(incidentId), [other]);
    await assignToIncident(ctx(), { reportId, incidentId, version: 3 });
    const left = await removeFromIncident(ctx(), { reportId, version: 4, reason: 'Not it.' });
    await undo(incidentId, left.eventId);
    assert.deepEqual(await members(incidentId), [reportId, other]);
  });

  it('refuse everybody but moderators, stale versions, missing reasons', async () => {
    const [a, b] = [await incidentOf(await makeReport(t.db)), await incidentOf(await makeReport(t.db))];
    const raw = { intoId: a, intoVersion: 2, fromId: b, fromVersion: 2, reason: 'x' };
    const doors = [
      (c: Parameters<typeof mergeIncidents>[0]) => mergeIncidents(c, raw),
      (c: Parameters<typeof mergeIncidents>[0]) =>
        splitIncident(c, { incidentId: a, version: 2, reportIds: [a], reason: 'x' }),
      (c: Parameters<typeof mergeIncidents>[0]) =>
        chooseValue(c, { incidentId: a, version: 2, field: 'killed', reportId: null, reason: 'x' }),
      (c: Parameters<typeof mergeIncidents>[0]) =>
        linkIncidents(c, { incidentId: a, version: 2, otherIncidentId: b, kind: 'other', reason: 'x' }),
      (c: Parameters<typeof mergeIncidents>[0]) =>
        unlinkIncidents(c, { incidentId: a, version: 2, linkId: b, reason: 'x' }),
    ];
    for (const door of doors) {
      await assert.rejects(door(t.context()), fails('not_signed_in'));
      await assert.rejects(door(t.context(await makeUser(t.db, 'organisation'))), fails('forbidden'));
    }
    await choose(a, 'killed', null);
    const told = (d: Record<string, unknown>) =>
      (d.changed as { edits: { action: string }[] }).edits[0]?.action === 'incident.choose';
    for (const door of doors.slice(0, 4)) await assert.rejects(door(ctx()), fails('stale_version', told));
    await assert.rejects(merge(a, b, '  '), fails('invalid_input'));
    const real = await incidentOf(await makeReport(t.db, { practice: false }));
    await assert.rejects(merge(a, real), fails('wrong_state'));
  });

  it('hold still under a clue: verified on either side, proposed on the emptied one', async () => {
    const [a, b] = [await incidentOf(await makeReport(t.db)), await incidentOf(await makeReport(t.db))];
    const clue = async (incidentId: string, state: 'proposed' | 'verified') =>
      t.db.insert(clues).values({
        incidentId,
        state,
        kind: 'human_accident',
        practice: true,
        geometry: point(46.9, 40.1),
        uncertaintyMetres: 60,
        precisionClass: 'B',
        datePrecision: 'day',
        dateReported: '2024-06-03',
        deviceCategory: 'unknown',
        evidenceClass: 'direct',
        sourceReliability: 'C',
        infoCredibility: '2',
        independentSources: 1,
        sourceClass: 'individual',
        grounds: [],
        proposedBy: actor.userId,
        proposedAt: new Date(),
      });
    await clue(a, 'proposed');
    const named = (d: Record<string, unknown>) => String(d.clue).startsWith('C-');
    await assert.rejects(merge(b, a), fails('wrong_state', named));
    const { eventId } = await merge(a, b);
    await t.db
      .update(clues)
      .set({ state: 'verified', verifiedBy: (await makeUser(t.db)).userId, verifiedAt: new Date() });
    await assert.rejects(undo(a, eventId), fails('wrong_state', named));
    await assert.rejects(choose(a, 'killed', null), fails('wrong_state', named));
    await assert.rejects(split(a, a), fails('wrong_state', named));
  });

  it('are linked in their order without becoming one, and unlinked', async () => {
    const [first, second] = [await makeReport(t.db), await makeReport(t.db)];
    const [a, b] = [await incidentOf(first), await incidentOf(second)];
    const { eventId, version } = await linkIncidents(ctx(), {
      incidentId: a,
      version: await versionOf(a),
      otherIncidentId: b,
      kind: 'secondary_blast',
      first: 'this',
      reason: 'The rescuers.',
    });
    const seen = async (id: string) => linksOf(id, await loadIncidentEvents(ctx(), [id]));
    assert.deepEqual(
      (await seen(a)).map(({ otherIncidentId, other }) => [otherIncidentId, other]),
      [[b, 'later']],
    );
    assert.deepEqual(
      (await seen(b)).map(({ otherIncidentId, other }) => [otherIncidentId, other]),
      [[a, 'earlier']],
    );
    assert.deepEqual([await members(a), await members(b)], [[first], [second]]);
    const ended = await unlinkIncidents(ctx(), { incidentId: a, version, linkId: eventId, reason: 'Two fields.' });
    assert.deepEqual(await seen(b), []);
    await undo(a, ended.eventId);
    assert.equal((await seen(a)).length, 1);
    await undo(a, eventId);
    assert.equal((await seen(a)).length, 0);
  });

  it('are merged once when two moderators do it at the same moment', {
    skip: onPostgres ? false : 'the embedded database has one connection',
  }, async () => {
    const [a, b] = [await incidentOf(await makeReport(t.db)), await incidentOf(await makeReport(t.db))];
    const other = t.context(await makeUser(t.db));
    const raw = { intoId: a, intoVersion: 2, fromId: b, fromVersion: 2, reason: 'One blast.' };
    const back = { intoId: b, intoVersion: 2, fromId: a, fromVersion: 2, reason: 'One blast.' };
    const both = await Promise.allSettled([mergeIncidents(ctx(), raw), mergeIncidents(other, back)]);
    assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    assert.ok(fails('stale_version')(both.find((one) => one.status === 'rejected')?.reason));
    assert.equal((await members(a)).length + (await members(b)).length, 2);
  });

  it('come back to what they were when everything is undone in reverse (property)', async () => {
    const act = fc.record({
      kind: fc.constantFrom('merge' as const, 'split' as const, 'choose' as const, 'join' as const, 'leave' as const),
      x: fc.nat(7),
      y: fc.nat(7),
      field: fc.constantFrom<IncidentField>('killed', 'date', 'place', 'kind'),
    });
    const property = fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 7 }), async (acts) => {
      await t.reset();
      actor = await makeUser(t.db);
      const reportIds: string[] = [];
      for (let i = 0; i < 5; i++)
        reportIds.push(
          await makeReport(t.db, {
            killed: i,
            dateStart: `2024-06-0${i + 1}`,
            kind: i % 2 ? 'animal_accident' : 'human_accident',
            claim: { geometry: point(46.5 + i / 10, 40.1), uncertaintyMetres: 60 + i },
          }),
        );
      const incidentIds = [await incidentOf(reportIds[0]!, reportIds[1]!), await incidentOf(reportIds[2]!)];
      incidentIds.push(await incidentOf(reportIds[3]!));
      const seen = async () => {
        const states = [];
        for (const id of incidentIds) {
          const { reports, facts, estimate } = await getIncident(ctx(), id);
          const choices = choicesOf(id, await loadIncidentEvents(ctx(), [id])).map(({ field, reportId }) => [
            field,
            reportId,
          ]);
          states.push({ id, reports: reports.map((r) => r.id), facts, choices, at: estimate?.claimId });
        }
        return states;
      };
      const before = await seen();
      const done: { incidentId: string; eventId: string }[] = [];
      for (const { kind, x, y, field } of acts) {
        const [a, b] = [incidentIds[x % incidentIds.length]!, incidentIds[y % incidentIds.length]!];
        const reportId = reportIds[x % 5]!;
        const [member] = await t.db
          .select()
          .from(incidentReports)
          .where(and(eq(incidentReports.reportId, reportId), isNull(incidentReports.removedAt)));
        const version = (await loadReports(ctx(), [reportId]))[0]!.version;
        try {
          if (kind === 'merge') done.push(await merge(a, b));
          if (kind === 'choose') done.push(await choose(a, field, y === 7 ? null : reportIds[y % 5]!));
          if (kind === 'join') done.push(await assignToIncident(ctx(), { reportId, incidentId: b, version }));
          if (kind === 'leave') done.push(await removeFromIncident(ctx(), { reportId, version, reason: 'x' }));
          if (kind === 'split' && member) {
            const made = await split(member.incidentId, reportId);
            done.push(made);
          }
        } catch (error) {
          if (!isProblem(error)) throw error;
        }
      }
      for (const { incidentId, eventId } of done.reverse()) await undo(incidentId, eventId);
      assert.deepEqual(await seen(), before);
    });
    await fc.assert(property, { numRuns: 15, seed: 4 });
  });
});
