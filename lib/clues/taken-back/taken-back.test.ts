import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { and, eq } from 'drizzle-orm';
import { auditEvents } from '../../../drizzle/schema/audit.ts';
import { reports } from '../../../drizzle/schema/reports.ts';
import { createDeployment } from '../../deployment/create-deployment.ts';
import { receiptHash, receiptOf } from '../../reports/receipt.ts';
import { withdrawReport } from '../../reports/withdraw-report.ts';
import { assessReport } from '../../triage/assess-report.ts';
import { assignToIncident } from '../../triage/assign-to-incident.ts';
import { getIncident } from '../../triage/get-incident.ts';
import { listQueue } from '../../triage/list-queue.ts';
import { recuse } from '../../triage/recusals/recuse.ts';
import { makeReport, makeUser } from '../../triage/testing.ts';
import { confirmCorrection, proposeCorrection } from '../corrections/correct-clue.ts';
import { getClue } from '../get-clue.ts';
import { proposeClue } from '../propose-clue.ts';
import { clueCases, fails } from '../testing.ts';
import { verifyClue } from '../verify-clue.ts';
import { withdrawClue } from '../withdraw-clue.ts';
import { keepClue } from './keep-clue.ts';
import { listTakenBack } from './list-taken-back.ts';

describe('a clue whose every reporter took the report back', () => {
  const cases = clueCases();
  const { t } = cases;
  const day = (hours: number) => new Date(Date.now() + hours * 3600_000);
  before(async () => {
    await t.reset();
    await createDeployment(t.context({ type: 'job', name: 'test' }), { demonstration: true });
    await cases.start();
  });
  const third = (hours = 2) => t.context(cases.third, day(hours));
  const waiting = async () => (await listTakenBack(third())).map(({ number }) => number);
  const counted = async () => (await listQueue(third())).counts.takenBack;

  /** A verified clue on a graded report and as many others of the same incident; `takeBack` by receipt, at an hour. */
  async function verified(others = 0) {
    const graded = await cases.graded();
    const ids = [graded.id];
    for (let i = 0; i < others; i += 1) ids.push(await another(graded.incidentId));
    const made = await proposeClue(t.context(cases.first), {
      incidentId: graded.incidentId,
      dismissedReportIds: 'all',
    });
    const { version } = await verifyClue(t.context(cases.second), { clueId: made.clueId, version: made.version });
    const takeBack = async (id: string, hours = 1) => {
      await t.db
        .update(reports)
        .set({ receiptHash: receiptHash(receiptOf(id)) })
        .where(eq(reports.id, id));
      await withdrawReport(t.context(undefined, day(hours)), receiptOf(id));
    };
    return { ...made, ids, version, incidentId: graded.incidentId, takeBack };
  }
  async function another(incidentId: string) {
    const by = t.context(cases.first);
    const { geometry } = (await getIncident(by, incidentId)).estimate!;
    const reportId = await makeReport(t.db, { claim: { geometry } });
    await assignToIncident(by, { reportId, incidentId, version: 1 });
    const grade = { sourceReliability: 'C', infoCredibility: '2', sourceClass: 'individual' };
    await assessReport(by, { reportId, version: 2, detonationAttested: true, ...grade });
    return reportId;
  }

  it('is put before the moderators with the last of them, and not before', async () => {
    const clue = await verified(1);
    await clue.takeBack(clue.ids[0]!);
    assert.deepEqual([await waiting(), await counted()], [[], 0]);
    await clue.takeBack(clue.ids[1]!);
    assert.deepEqual([await waiting(), await counted()], [[clue.number], 1]);
    const view = await getClue(third(), clue.clueId);
    assert.ok(view.audience === 'moderator' && view.takenBack && view.state === 'verified');
    await withdrawClue(third(), { clueId: clue.clueId, version: clue.version, reason: 'Nothing else speaks for it.' });
    assert.deepEqual([await waiting(), await counted()], [[], 0]);
  });

  it('is kept with a reason, and not asked for again', async () => {
    const clue = await verified();
    const edit = { clueId: clue.clueId, version: clue.version, reason: 'The crater is on the survey of 2021.' };
    await assert.rejects(keepClue(third(), edit), fails('wrong_state'), 'its reporter stands by it');
    await clue.takeBack(clue.ids[0]!);
    await assert.rejects(keepClue(third(), { ...edit, reason: ' ' }), fails('invalid_input'));
    await assert.rejects(keepClue(t.context(await makeUser(t.db, 'administrator')), edit), fails('forbidden'));
    const { version } = await keepClue(third(), edit);
    await assert.rejects(
      keepClue(t.context(cases.second, day(2)), edit),
      fails('stale_version'),
      'nobody is overwritten',
    );
    assert.deepEqual([await waiting(), await counted()], [[], 0]);
    const view = await getClue(third(), clue.clueId);
    assert.ok(view.audience === 'moderator' && !view.takenBack);
    assert.deepEqual([view.state, view.version, view.decisions.at(-1)?.decision], ['verified', version, 'keep']);
    const trail = and(eq(auditEvents.subjectId, clue.clueId), eq(auditEvents.action, 'clue.keep'));
    const [row] = await t.db.select().from(auditEvents).where(trail);
    assert.deepEqual([row?.actorId, row?.reason], [cases.third.userId, edit.reason]);
  });

  it('is not for those who sent a report of it or stepped back', async () => {
    const clue = await verified();
    await clue.takeBack(clue.ids[0]!);
    const edit = { clueId: clue.clueId, version: clue.version, reason: 'I saw it.' };
    await t.db.update(reports).set({ submittedBy: cases.third.userId }).where(eq(reports.id, clue.ids[0]!));
    await assert.rejects(
      keepClue(third(), edit),
      fails('same_person', (d) => d.rule === 'submitter'),
    );
    const other = await makeUser(t.db);
    await recuse(t.context(other), { incidentId: clue.incidentId, reason: 'A cousin.' });
    await assert.rejects(
      keepClue(t.context(other), edit),
      fails('same_person', (d) => d.rule === 'recused'),
    );
  });

  it('may be corrected by two persons: what it says of those who took it back goes', async () => {
    const clue = await verified();
    await t.db.update(reports).set({ injured: null }).where(eq(reports.id, clue.ids[0]!));
    await clue.takeBack(clue.ids[0]!);
    const edit = { clueId: clue.clueId, version: clue.version };
    const { correctionId, changed } = await proposeCorrection(t.context(cases.first), { ...edit, reason: 'Erased.' });
    assert.deepEqual(changed.injured, [1, null]);
    await confirmCorrection(t.context(cases.second), { ...edit, correctionId });
    assert.deepEqual((await waiting()).includes(clue.number), true, 'whether it stands is another question');
  });
});
