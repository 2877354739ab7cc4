import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { before, describe, it } from 'node:test';
import { eq } from 'drizzle-orm';
import { auditEvents } from '../../../drizzle/schema/audit.ts';
import { officialFeedback } from '../../../drizzle/schema/feedback.ts';
import type { Position } from '../../geo/lng-lat.ts';
import { recuse } from '../../triage/recusals/recuse.ts';
import { makeUser } from '../../triage/testing.ts';
import { listClues } from '../list-clues.ts';
import { proposeClue } from '../propose-clue.ts';
import { clueCases, fails } from '../testing.ts';
import { verifyClue } from '../verify-clue.ts';
import { confirmFeedback } from './confirm-feedback.ts';
import { judges } from './coverage.ts';
import { listFeedback, reliabilityByType } from './list-feedback.ts';
import { recordFeedback } from './record-feedback.ts';
import { withdrawFeedback } from './withdraw-feedback.ts';

const box = ([lng, lat]: Position, east: number, north: number) => {
  const ring: Position[] = [
    [lng - east, lat - north],
    [lng + east, lat - north],
    [lng + east, lat + north],
    [lng - east, lat + north],
    [lng - east, lat - north],
  ];
  return { type: 'Polygon' as const, coordinates: [ring] };
};

describe('official feedback', () => {
  const cases = clueCases();
  const { t } = cases;
  before(async () => {
    await t.reset();
    await cases.start();
  });
  const at: Position = [46.9, 40.1];
  /** Verified, with an error of 60 m about `at`. */
  async function verified() {
    const clue = await cases.proposed({ claim: { geometry: { type: 'Point', coordinates: at } } });
    // every case lies at one place, which the proposer has looked at
    const again = await proposeClue(t.context(cases.first), {
      incidentId: clue.incidentId,
      dismissedReportIds: 'all',
    });
    const done = await verifyClue(t.context(cases.second), { clueId: clue.clueId, version: again.version });
    return {
      clueId: clue.clueId,
      version: done.version,
      authority: 'Mine action agency',
      document: 'CR-12',
      carriedOutOn: '2024-08-01',
    };
  }

  it('counts “not found” only where 95 % of the shape was searched by clearance or technical survey', async () => {
    const clue = await verified();
    const record = (more: object) => recordFeedback(t.context(cases.first), { ...clue, outcome: 'not_found', ...more });
    const whole = await record({ method: 'clearance', surveyed: box(at, 0.002, 0.002) });
    assert.ok(whole.counted && whole.coverage > 0.999, String(whole.coverage));
    const half = await record({ method: 'clearance', surveyed: box([at[0] + 0.002, at[1]], 0.002, 0.002) });
    assert.ok(!half.counted && Math.abs(half.coverage - 0.5) < 0.01, String(half.coverage));
    const asked = await record({ method: 'non_technical_survey', surveyed: box(at, 0.002, 0.002) });
    assert.equal(asked.counted, false);
    const nowhere = await record({ method: 'clearance' });
    assert.deepEqual([nowhere.counted, nowhere.coverage], [false, 0]);
    assert.equal(judges('not_found', 'technical_survey', 0.9499), false);
    assert.equal(judges('found', 'non_technical_survey', 0), true);
    assert.equal(judges('cleared', 'clearance', 1), false);
  });

  it('posted twice by one form is recorded once; the form’s id is nobody else’s', async () => {
    const clue = await verified();
    const sent = { ...clue, id: randomUUID(), method: 'clearance', outcome: 'found' };
    const [one, again] = [0, 1].map(() => recordFeedback(t.context(cases.first), sent));
    assert.equal((await one)?.feedbackId, sent.id);
    assert.deepEqual(await again, await one);
    const rows = await t.db.select().from(officialFeedback).where(eq(officialFeedback.clueId, clue.clueId));
    assert.equal(rows.length, 1);
    await assert.rejects(recordFeedback(t.context(cases.second), sent), fails('content_differs'));
  });

  it('is confirmed by another moderator, and counts by type of evidence then', async () => {
    const clue = await verified();
    const made = await recordFeedback(t.context(cases.first), { ...clue, method: 'clearance', outcome: 'found' });
    const edit = { feedbackId: made.feedbackId, version: 1 };
    await assert.rejects(confirmFeedback(t.context(cases.first), edit), fails('same_person'));
    await assert.rejects(confirmFeedback(t.context(cases.second), { ...edit, version: 2 }), fails('stale_version'));
    const before = await reliabilityByType(t.context(cases.first), true);
    assert.deepEqual(before, []);
    await confirmFeedback(t.context(cases.second), edit);
    const [type] = await reliabilityByType(t.context(cases.first), true);
    assert.deepEqual(
      [type?.kind, type?.precisionClass, type?.infoCredibility, type?.judged, type?.confirmed],
      ['human_accident', 'B', '2', 1, 1],
    );
    await withdrawFeedback(t.context(cases.second), { ...edit, version: 2, reason: 'another place was meant' });
    assert.deepEqual(await reliabilityByType(t.context(cases.first), true), []);
    const trail = await t.db.select().from(auditEvents).where(eq(auditEvents.subjectId, clue.clueId));
    assert.deepEqual(
      trail.slice(-3).map(({ action }) => action),
      ['clue.record_feedback', 'clue.confirm_feedback', 'clue.withdraw_feedback'],
    );
  });

  it('is neither recorded nor confirmed by whoever stepped back from the incident', async () => {
    const clue = await verified();
    const given = { ...clue, method: 'clearance', outcome: 'found' };
    const { feedbackId } = await recordFeedback(t.context(cases.first), given);
    const { incidentId } = (await listClues(t.context(cases.first))).find(({ id }) => id === clue.clueId)!;
    await recuse(t.context(cases.second), { incidentId, reason: 'Works for that operator.' });
    const recused = fails('same_person', ({ rule }) => rule === 'recused');
    await assert.rejects(recordFeedback(t.context(cases.second), given), recused);
    await assert.rejects(confirmFeedback(t.context(cases.second), { feedbackId, version: 1 }), recused);
    await confirmFeedback(t.context(cases.third), { feedbackId, version: 1 });
  });

  it('is corrected by a row of its own; the first one stays readable', async () => {
    const clue = await verified();
    const by = t.context(cases.first);
    const first = await recordFeedback(by, { ...clue, method: 'clearance', outcome: 'found' });
    const next = { ...clue, method: 'clearance', outcome: 'surveyed', corrects: first.feedbackId };
    await recordFeedback(by, next);
    const all = await listFeedback(by, clue.clueId);
    assert.deepEqual(all.map(({ state }) => state).sort(), ['recorded', 'withdrawn']);
    await assert.rejects(recordFeedback(by, next), fails('wrong_state'));
    assert.equal(
      (await t.db.select().from(officialFeedback).where(eq(officialFeedback.clueId, clue.clueId))).length,
      2,
    );
  });

  it('is refused where it can not be true', async () => {
    const clue = await verified();
    const given = { ...clue, method: 'clearance', outcome: 'not_found', surveyed: box(at, 0.002, 0.002) };
    const refused = (more: object, field: string, key: string) =>
      assert.rejects(
        recordFeedback(t.context(cases.first), { ...given, ...more }),
        fails('invalid_input', ({ fields }) => (fields as Record<string, string>)[field] === key),
      );
    await refused({ carriedOutOn: '2091-01-01' }, 'carriedOutOn', 'date_future');
    await refused({ carriedOutOn: '2024-13-01' }, 'carriedOutOn', 'date_invalid');
    await refused({ authority: ' ' }, 'authority', 'authority_required');
    await refused({ surveyed: { type: 'Point', coordinates: at } }, 'surveyed', 'polygon_required');
    await refused({ outcome: 'cleared', method: 'non_technical_survey' }, 'method', 'method_clears_nothing');
    const [a, b, c, d, e] = box(at, 0.002, 0.002).coordinates[0]!;
    const bow = { type: 'Polygon', coordinates: [[a, c, b, d, e]] };
    await refused({ surveyed: bow }, 'surveyed.coordinates', 'shape_crosses_itself');
    await assert.rejects(recordFeedback(t.context(cases.first), { ...given, version: 1 }), fails('stale_version'));
  });

  it('is recorded by moderators only, about verified clues only', async () => {
    const proposed = await cases.proposed();
    const given = {
      ...{ clueId: proposed.clueId, version: proposed.version, authority: 'A', document: 'D' },
      ...{ method: 'clearance', outcome: 'found', carriedOutOn: '2024-08-01' },
    };
    await assert.rejects(recordFeedback(t.context(cases.first), given), fails('wrong_state'));
    const organisation = t.context(await makeUser(t.db, 'organisation'));
    await assert.rejects(recordFeedback(organisation, given), fails('forbidden'));
    await assert.rejects(recordFeedback(t.context(), given), fails('not_signed_in'));
    await assert.rejects(
      confirmFeedback(organisation, { feedbackId: proposed.clueId, version: 1 }),
      fails('forbidden'),
    );
    await assert.rejects(listFeedback(organisation, proposed.clueId), fails('forbidden'));
  });
});
