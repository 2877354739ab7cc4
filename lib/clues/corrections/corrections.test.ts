import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { and, eq } from 'drizzle-orm';
import { auditEvents } from '../../../drizzle/schema/audit.ts';
import { clues } from '../../../drizzle/schema/clues.ts';
import { officialFeedback } from '../../../drizzle/schema/feedback.ts';
import { outboxEvents } from '../../../drizzle/schema/jobs.ts';
import { reports } from '../../../drizzle/schema/reports.ts';
import { onPostgres } from '../../db/testing.ts';
import { addLocationClaim } from '../../triage/add-location-claim.ts';
import { addEvidenceItem } from '../../triage/evidence-items/change-evidence.ts';
import { recuse } from '../../triage/recusals/recuse.ts';
import { makeUser, point } from '../../triage/testing.ts';
import { confirmFeedback } from '../feedback/confirm-feedback.ts';
import { recordFeedback } from '../feedback/record-feedback.ts';
import { listClues } from '../list-clues.ts';
import { clueCases, fails } from '../testing.ts';
import { verifyClue } from '../verify-clue.ts';
import { withdrawClue } from '../withdraw-clue.ts';
import { confirmCorrection, proposeCorrection, sendBackCorrection } from './correct-clue.ts';
import { getClueVersions } from './get-clue-versions.ts';
import { supersedeClue } from './supersede-clue.ts';

describe('a verified clue, later', () => {
  const cases = clueCases();
  const { t } = cases;
  before(async () => {
    await t.reset();
    await cases.start();
  });
  const rowOf = async (id: string) => (await t.db.select().from(clues).where(eq(clues.id, id)))[0]!;
  async function verified() {
    const clue = await cases.proposed({}, { independenceGroup: 'herder' });
    const { version } = await verifyClue(t.context(cases.second), { clueId: clue.clueId, version: clue.version });
    return { ...clue, version };
  }
  /** A better statement, recorded by the first moderator. */
  const learn = (incidentId: string, infoCredibility = '1') =>
    addEvidenceItem(t.context(cases.first), {
      incidentId,
      kind: 'official_statement',
      summary: 'The agency confirms it.',
      sourceReliability: 'A',
      infoCredibility,
      sourceClass: 'official',
      independenceGroup: 'agency',
      consent: 'published',
    });

  it('is corrected by two persons; the old values stay on record', async () => {
    const clue = await verified();
    const edit = { clueId: clue.clueId, version: clue.version, reason: 'The agency confirmed it.' };
    await assert.rejects(proposeCorrection(t.context(cases.first), edit), fails('already_done'));
    await learn(clue.incidentId);
    await assert.rejects(proposeCorrection(t.context(cases.first), { ...edit, reason: '' }), fails('invalid_input'));
    const { correctionId, changed } = await proposeCorrection(t.context(cases.first), edit);
    assert.deepEqual(changed.infoCredibility, ['2', '1']);
    await assert.rejects(proposeCorrection(t.context(cases.third), edit), fails('already_done'));
    assert.equal((await rowOf(clue.clueId)).infoCredibility, '2', 'nothing changes before the second person');
    const confirm = { clueId: clue.clueId, version: clue.version, correctionId };
    await assert.rejects(
      confirmCorrection(t.context(cases.first), confirm),
      fails('same_person', (d) => d.rule === 'proposer'),
    );
    const done = await confirmCorrection(t.context(cases.third), confirm);
    const row = await rowOf(clue.clueId);
    assert.deepEqual([row.infoCredibility, row.sourceClass, row.independentSources], ['1', 'official', 2]);
    assert.deepEqual([row.version, row.verifiedBy, row.state], [done.version, cases.third.userId, 'verified']);
    const { past, open } = await getClueVersions(t.context(cases.second), row);
    assert.equal(open, null);
    assert.equal(past[0]?.was.infoCredibility, '2');
    const trail = and(eq(auditEvents.subjectId, clue.clueId), eq(auditEvents.action, 'clue.correct'));
    assert.equal((await t.db.select().from(auditEvents).where(trail))[0]?.actorId, cases.third.userId);
    const events = await t.db.select().from(outboxEvents).where(eq(outboxEvents.type, 'clue.changed'));
    assert.deepEqual(events.at(-1)?.payload, { clueId: clue.clueId }, 'the layer and the downloads follow');
    const again = confirmCorrection(t.context(cases.second), confirm);
    await assert.rejects(again, fails('stale_version'));
  });

  it('is judged by “not found” only as far as its corrected shape was searched', async () => {
    const clue = await verified();
    const { geometry } = (await listClues(t.context(cases.first))).find(({ id }) => id === clue.clueId)!;
    const [lng, lat] = geometry.coordinates as [number, number];
    const ring = [-1, 1].flatMap((east) => [-east, east].map((north) => [lng + east * 0.002, lat + north * 0.002]));
    const surveyed = { type: 'Polygon', coordinates: [[...ring, ring[0]]] };
    const told = { authority: 'Agency', document: 'CR-12', method: 'clearance', carriedOutOn: '2024-08-01', surveyed };
    const basis = { clueId: clue.clueId, version: clue.version };
    const { feedbackId, counted } = await recordFeedback(t.context(cases.first), {
      ...{ ...basis, ...told, outcome: 'not_found' },
    });
    assert.ok(counted);
    await confirmFeedback(t.context(cases.second), { feedbackId, version: 1 });
    await addLocationClaim(t.context(cases.third), {
      ...{ reportId: clue.id, version: 4, reason: 'The gate lies farther east.' },
      ...{ geometry: point(lng + 0.05, lat), uncertaintyMetres: 60, method: 'map_pin', positionOf: 'event' },
    });
    const { correctionId } = await proposeCorrection(t.context(cases.first), { ...basis, reason: 'It lies there.' });
    await confirmCorrection(t.context(cases.second), { ...basis, correctionId });
    const [now] = await t.db.select().from(officialFeedback).where(eq(officialFeedback.id, feedbackId));
    assert.deepEqual([now?.coverage, now?.counted, now?.state], [0, false, 'confirmed']);
  });

  it('stays as it is when a correction is sent back, or the ledger moved on', async () => {
    const clue = await verified();
    await learn(clue.incidentId);
    const edit = { clueId: clue.clueId, version: clue.version, reason: 'Confirmed.' };
    const { correctionId } = await proposeCorrection(t.context(cases.first), edit);
    const decide = { clueId: clue.clueId, version: clue.version, correctionId };
    await learn(clue.incidentId, '2');
    await addEvidenceItem(t.context(cases.first), {
      incidentId: clue.incidentId,
      kind: 'document',
      summary: 'A register.',
      recordChecked: true,
      sourceReliability: 'B',
      infoCredibility: '2',
      sourceClass: 'organisation',
      independenceGroup: 'register',
      consent: 'published',
    });
    await assert.rejects(
      confirmCorrection(t.context(cases.second), decide),
      fails('stale_version', (d) => 'independentSources' in (d.changed as object)),
    );
    await assert.rejects(sendBackCorrection(t.context(cases.second), decide), fails('invalid_input'));
    await sendBackCorrection(t.context(cases.second), { ...decide, reason: 'Add the register too.' });
    const row = await rowOf(clue.clueId);
    assert.deepEqual([row.infoCredibility, row.version], ['2', clue.version]);
    const { past } = await getClueVersions(t.context(cases.first), row);
    assert.deepEqual([past[0]?.state, past[0]?.decidedReason], ['sent_back', 'Add the register too.']);
    await proposeCorrection(t.context(cases.first), edit);
  });

  it('is replaced by another verified clue; each names the other', async () => {
    const [old, next] = [await verified(), await verified()];
    const edit = { clueId: old.clueId, version: old.version, by: next.number, reason: 'The same blast, better told.' };
    await assert.rejects(supersedeClue(t.context(cases.first), { ...edit, reason: '' }), fails('invalid_input'));
    for (const by of [old.number, 99_999])
      await assert.rejects(supersedeClue(t.context(cases.first), { ...edit, by }), fails('invalid_input'));
    await supersedeClue(t.context(cases.first), edit);
    const row = await rowOf(old.clueId);
    assert.deepEqual([row.state, row.supersededBy], ['superseded', next.clueId]);
    const [before, after] = [
      await getClueVersions(t.context(cases.first), row),
      await getClueVersions(t.context(cases.first), await rowOf(next.clueId)),
    ];
    assert.equal(before.replacedBy?.number, next.number);
    assert.deepEqual(after.replaces, [{ id: old.clueId, number: old.number }]);
    const [report] = await t.db.select().from(reports).where(eq(reports.id, old.id));
    assert.equal(report?.state, 'under_assessment');
    const standing = await listClues(t.context(cases.first), { states: ['verified'] });
    assert.ok(!standing.some(({ id }) => id === old.clueId));
    await assert.rejects(
      supersedeClue(t.context(cases.first), { ...edit, version: edit.version + 1 }),
      fails('wrong_state'),
    );
  });

  it('is refused to others than moderators, and to the recused', async () => {
    const clue = await verified();
    const edit = { clueId: clue.clueId, version: clue.version, reason: 'x', by: 1, correctionId: clue.clueId };
    const verbs = [proposeCorrection, confirmCorrection, sendBackCorrection, supersedeClue];
    for (const verb of verbs) {
      for (const role of ['organisation', 'administrator'] as const)
        await assert.rejects(verb(t.context(await makeUser(t.db, role)), edit), fails('forbidden'));
      await assert.rejects(verb(t.context(), edit), fails('not_signed_in'));
    }
    await recuse(t.context(cases.third), { incidentId: clue.incidentId, reason: 'Related.' });
    for (const verb of verbs)
      await assert.rejects(
        verb(t.context(cases.third), edit),
        fails('same_person', (d) => d.rule === 'recused'),
      );
  });

  it('is either corrected or withdrawn when both happen at once', {
    skip: onPostgres ? false : 'the embedded database has one connection',
  }, async () => {
    const clue = await verified();
    await learn(clue.incidentId);
    const edit = { clueId: clue.clueId, version: clue.version, reason: 'At once.' };
    const { correctionId } = await proposeCorrection(t.context(cases.first), edit);
    const both = await Promise.allSettled([
      confirmCorrection(t.context(cases.second), { ...edit, correctionId }),
      withdrawClue(t.context(cases.third), edit),
    ]);
    assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    const lost = both.find((one) => one.status === 'rejected');
    assert.ok(fails('stale_version')(lost?.reason), String(lost?.reason));
  });
});
