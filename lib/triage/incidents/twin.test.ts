import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { and, eq } from 'drizzle-orm';
import { auditEvents } from '../../../drizzle/schema/audit.ts';
import { detonations } from '../../../drizzle/schema/reports.ts';
import type { UserActor } from '../../context.ts';
import { testDatabase } from '../../db/testing.ts';
import { isProblem } from '../../errors.ts';
import { spoken } from '../../ids.ts';
import { addPhotos } from '../../media/draft/add-photos.ts';
import { attachPhotos } from '../../media/draft/attach-photos.ts';
import { makePhoto } from '../../media/testing.ts';
import { assignToIncident } from '../assign-to-incident.ts';
import { loadReports } from '../store.ts';
import { makeReport, makeUser, point } from '../testing.ts';
import { getIncidentStory } from './get-incident-story.ts';
import { getTwin } from './get-twin.ts';
import { reportVersions } from './report-versions.ts';
import { tellSameEvent } from './tell-same-event.ts';

const fails = (code: string) => (error: unknown) => isProblem(error) && error.code === code;

describe('the twin view', () => {
  const t = testDatabase();
  let actor: UserActor;
  beforeEach(async () => {
    await t.reset();
    actor = await makeUser(t.db);
  });
  const ctx = () => t.context(actor);
  const make = async (told: Parameters<typeof makeReport>[1] = {}) => {
    const id = await makeReport(t.db, told);
    return { id, name: spoken.report((await loadReports(ctx(), [id]))[0]!.number) };
  };
  const same = async (a: string, b: string, reason?: string) => {
    const twin = await getTwin(ctx(), { a, b });
    return tellSameEvent(ctx(), { a, aVersion: twin.a.version, b, bVersion: twin.b.version, reason });
  };

  it('compares field by field, and says what is told on one side only', async () => {
    const a = await make({ killed: 4, dateStart: '2020-11-01', dateEnd: '2020-11-30', datePrecision: 'month' });
    const b = await make({ killed: 5, injured: null, dateStart: '2020-11-28', howActivated: 'vehicle' });
    const twin = await getTwin(ctx(), { a: a.name, b: b.name.toLowerCase() });
    const compared = Object.fromEntries(twin.rows.map(({ field, comparison }) => [field, comparison]));
    assert.deepEqual(compared, {
      kind: 'same',
      date: 'fits',
      place: 'fits',
      killed: 'differs',
      injured: 'only_a',
      howActivated: 'only_b',
    });
    assert.deepEqual([twin.act, twin.metresApart], ['make', 0]);
    assert.doesNotMatch(JSON.stringify(twin), /receiptHash|contentDigest|ciphertext/);
  });

  it('names the photos of each side, to be looked at beside each other', async () => {
    const [a, b] = [await make(), await make()];
    const { added } = await addPhotos(t.context(), a.id, [await makePhoto(), await makePhoto({ seed: 2 })]);
    await attachPhotos(
      t.context(),
      a.id,
      added.map((one) => ({ ...one, usePlace: false })),
    );
    const twin = await getTwin(ctx(), { a: a.name, b: b.name });
    assert.deepEqual(
      twin.a.reports[0]!.photos,
      added.map(({ id }, i) => ({ id, number: i + 1, reviewed: false, boxes: 0 })),
    );
    assert.deepEqual(twin.b.reports[0]!.photos, []);
  });

  it('makes one incident of two reports, adds a third, merges two incidents', async () => {
    const [a, b, c, d] = [await make(), await make(), await make(), await make()];
    const made = await same(a.name, b.name);
    const added = await same(c.name, a.name);
    assert.equal(added.incidentId, made.incidentId);
    const other = await same(d.name, (await make()).name);
    await assert.rejects(same(a.name, d.name), fails('invalid_input'), 'a merge needs its reason');
    const merged = await same(d.name, spoken.incident(made.incidentNumber), 'The same crater.');
    assert.equal(merged.incidentId, made.incidentId, 'the earlier one stays');
    await assert.rejects(same(a.name, d.name), fails('already_done'));
    const story = await getIncidentStory(ctx(), made.incidentId);
    assert.equal(story.reports.length, 5);
    assert.deepEqual(
      story.events.map(({ kind, canUndo }) => [kind, canUndo]),
      [
        ['join', true],
        ['join', true],
        ['join', true],
        ['merge', true],
      ],
    );
    assert.equal((await getIncidentStory(ctx(), other.incidentId)).reports.length, 0);
    const trail = and(eq(auditEvents.subjectId, made.incidentId), eq(auditEvents.action, 'incident.merge'));
    assert.equal(await t.db.$count(auditEvents, trail), 1);
  });

  it('shows which explosion a reporter says came first', async () => {
    const [first, second] = [await make(), await make()];
    await t.db.insert(detonations).values({ reportId: second.id, position: 0, followsReportId: first.id });
    assert.equal((await getTwin(ctx(), { a: first.name, b: second.name })).toldFirst, 'a');
    assert.equal((await getTwin(ctx(), { a: second.name, b: first.name })).toldFirst, 'b');
    const { incidentId } = await assignToIncident(ctx(), { reportId: second.id, incidentId: null, version: 1 });
    const { toldLinks } = await getIncidentStory(ctx(), incidentId);
    assert.deepEqual(
      toldLinks.map(({ otherNumber }) => spoken.report(otherNumber)),
      [first.name],
    );
  });

  it('is for moderators, with the versions that they saw', async () => {
    const [a, b] = [await make(), await make({ claim: { geometry: point(46.905, 40.1) } })];
    const organisation = t.context(await makeUser(t.db, 'organisation'));
    const raw = { a: a.name, aVersion: 1, b: b.name, bVersion: 1 };
    await assert.rejects(getTwin(organisation, { a: a.name, b: b.name }), fails('forbidden'));
    await assert.rejects(tellSameEvent(organisation, raw), fails('forbidden'));
    await assert.rejects(reportVersions(organisation, [a.id]), fails('forbidden'));
    await assert.rejects(getIncidentStory(organisation, a.id), fails('forbidden'));
    await assert.rejects(getTwin(ctx(), { a: a.name, b: 'R-99999' }), fails('not_found'));
    await assert.rejects(getTwin(ctx(), { a: a.name, b: 'x' }), fails('invalid_input'));
    await tellSameEvent(ctx(), raw);
    await assert.rejects(tellSameEvent(ctx(), raw), fails('stale_version'));
    assert.deepEqual([...(await reportVersions(ctx(), [a.id])).values()], [2]);
  });
});
