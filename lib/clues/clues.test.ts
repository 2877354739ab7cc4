import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { and, eq } from 'drizzle-orm';
import { auditEvents } from '../../drizzle/schema/audit.ts';
import { clues } from '../../drizzle/schema/clues.ts';
import { outboxEvents } from '../../drizzle/schema/jobs.ts';
import { reports } from '../../drizzle/schema/reports.ts';
import type { UserActor } from '../context.ts';
import { assessReport } from '../triage/assess-report.ts';
import { suggestSameEvent } from '../triage/same-event/suggest-same-event.ts';
import { makeReport, makeUser, point } from '../triage/testing.ts';
import { getClue } from './get-clue.ts';
import { previewClue } from './preview-clue.ts';
import { proposeClue } from './propose-clue.ts';
import { sendBackClue } from './send-back-clue.ts';
import { clueCases, fails } from './testing.ts';
import { verifyClue } from './verify-clue.ts';
import { withdrawClue } from './withdraw-clue.ts';

describe('a clue', () => {
  const cases = clueCases();
  const { t } = cases;
  let first: UserActor;
  let second: UserActor;
  let third: UserActor;
  before(async () => {
    await t.reset();
    await cases.start();
    ({ first, second, third } = cases);
  });

  const { graded, proposed } = cases;

  it('is proposed by one and verified by another', async () => {
    const clue = await proposed();
    assert.deepEqual(clue.missing, ['two_persons']);
    const done = await verifyClue(t.context(second), { clueId: clue.clueId, version: clue.version });
    assert.equal(done.state, 'verified');
    const [row] = await t.db.select().from(clues).where(eq(clues.id, clue.clueId));
    assert.equal(row?.evidenceClass, 'direct');
    assert.equal(row?.precisionClass, 'B');
    assert.ok(row?.grounds.every(({ met }) => met));
    const [report] = await t.db.select().from(reports).where(eq(reports.id, clue.id));
    assert.equal(report?.state, 'verified_clue');
    const trail = await t.db.select().from(auditEvents).where(eq(auditEvents.subjectId, clue.clueId));
    assert.deepEqual(
      trail.map(({ action, actorId }) => [action, actorId]),
      [
        ['clue.propose', first.userId],
        ['clue.verify', second.userId],
      ],
    );
    const events = await t.db.select().from(outboxEvents).where(eq(outboxEvents.type, 'clue.changed'));
    assert.deepEqual(events.at(-1)?.payload, { clueId: clue.clueId });
  });

  it('takes a C/2 media report at a village as indirect evidence of class C', async () => {
    const clue = await proposed(
      {
        channel: 'import',
        publisher: 'example.org',
        reporterType: 'media',
        claim: { method: 'settlement_centroid', uncertaintyMetres: 2000 },
      },
      { sourceClass: 'media', detonationAttested: true },
    );
    assert.deepEqual(clue.missing, ['two_persons']);
    await verifyClue(t.context(second), { clueId: clue.clueId, version: clue.version });
    const [row] = await t.db.select().from(clues).where(eq(clues.id, clue.clueId));
    assert.equal(row?.evidenceClass, 'indirect');
    assert.equal(row?.precisionClass, 'C');
    assert.equal(row?.sourceClass, 'media');
    assert.deepEqual(row?.publishers, [{ publisher: 'example.org', publishedOn: '2024-06-02' }]);
  });

  it('is not verified by its proposer, its grader or a submitter', async () => {
    const clue = await proposed();
    const by = (actor: UserActor) => verifyClue(t.context(actor), { clueId: clue.clueId, version: clue.version });
    await assert.rejects(
      by(first),
      fails('same_person', (d) => d.rule === 'proposer'),
    );
    const other = await graded();
    const byThird = await proposeClue(t.context(third), { incidentId: other.incidentId });
    const asGrader = verifyClue(t.context(first), { clueId: byThird.clueId, version: byThird.version });
    await assert.rejects(
      asGrader,
      fails('same_person', (d) => d.rule === 'grader'),
    );
    const sent = await graded({ submittedBy: second.userId });
    const ofSecond = await proposeClue(t.context(third), { incidentId: sent.incidentId });
    const asSubmitter = verifyClue(t.context(second), { clueId: ofSecond.clueId, version: ofSecond.version });
    await assert.rejects(
      asSubmitter,
      fails('same_person', (d) => d.rule === 'submitter'),
    );
    await assert.rejects(proposeClue(t.context(second), { incidentId: sent.incidentId }), fails('same_person'));
  });

  it('is decided by moderators only', async () => {
    const clue = await proposed();
    for (const role of ['organisation', 'administrator'] as const) {
      const ctx = t.context(await makeUser(t.db, role));
      const edit = { clueId: clue.clueId, version: clue.version, reason: 'no' };
      await assert.rejects(proposeClue(ctx, { incidentId: clue.incidentId }), fails('forbidden'));
      await assert.rejects(verifyClue(ctx, edit), fails('forbidden'));
      await assert.rejects(sendBackClue(ctx, edit), fails('forbidden'));
      await assert.rejects(withdrawClue(ctx, edit), fails('forbidden'));
    }
    await assert.rejects(verifyClue(t.context(), { clueId: clue.clueId, version: 1 }), fails('not_signed_in'));
  });

  it('is not verified while a condition is missing', async () => {
    const cases: [string, Parameters<typeof graded>][] = [
      ['located', [{ claim: { uncertaintyMetres: 5000 } }]],
      ['dated', [{ dateStart: null, datePrecision: 'unknown' }]],
      ['attested', [{}, { sourceReliability: 'F', infoCredibility: '3' }]],
      ['consent', [{ consentWithdrawn: true }]],
      ['scrubbed', [{ description: 'Ask Aram at the shop.' }, { textRead: false }]],
      ['specific_event', [{ dateStart: '2031-01-01' }]],
    ];
    for (const [rule, args] of cases) {
      const clue = await proposed(...args);
      assert.deepEqual(clue.missing, [rule, 'two_persons']);
      const verify = verifyClue(t.context(second), { clueId: clue.clueId, version: clue.version });
      await assert.rejects(
        verify,
        fails('not_enough_evidence', (d) => (d.missing as string[]).join() === rule),
      );
    }
  });

  it('waits until a strong same-event candidate was looked at', async () => {
    const geometry = point(47.9, 38.9);
    const twin = await makeReport(t.db, { claim: { geometry } });
    const clue = await proposed({ claim: { geometry } });
    assert.deepEqual(clue.missing, ['duplicates_merged', 'two_persons']);
    const onTheDesk = async () =>
      previewClue(t.context(first), clue.incidentId, await suggestSameEvent(t.context(first), clue.id));
    assert.equal((await onTheDesk()).heldApart, false);
    const again = await proposeClue(t.context(first), { incidentId: clue.incidentId, dismissedReportIds: [twin] });
    assert.equal(again.clueId, clue.clueId);
    assert.equal(again.version, 2);
    // the desk says what the clue's page says
    const { heldApart, missing } = await onTheDesk();
    assert.ok(heldApart && !missing.includes('duplicates_merged'));
    const done = await verifyClue(t.context(second), { clueId: again.clueId, version: again.version });
    assert.equal(done.version, 3);
  });

  it('is refused when the ledger moved since the proposal, and says what moved', async () => {
    const clue = await proposed();
    await assessReport(t.context(first), {
      reportId: clue.id,
      version: 3,
      sourceReliability: 'B',
      infoCredibility: '2',
      sourceClass: 'individual',
      detonationAttested: false,
    });
    const verify = verifyClue(t.context(second), { clueId: clue.clueId, version: clue.version });
    const told = { evidenceClass: ['direct', 'indirect'], sourceReliability: ['C', 'B'] };
    await assert.rejects(
      verify,
      fails('stale_version', (d) => JSON.stringify(d.changed) === JSON.stringify(told)),
    );
  });

  it('is sent back with a reason, and a stale decision is refused with what changed', async () => {
    const clue = await proposed();
    const edit = { clueId: clue.clueId, version: clue.version };
    await assert.rejects(sendBackClue(t.context(second), edit), fails('invalid_input'));
    await sendBackClue(t.context(second), { ...edit, reason: 'The pin is on the wrong bank.' });
    const late = verifyClue(t.context(third), edit);
    const decided = (d: Record<string, unknown>) =>
      (d.changed as { decisions: { decision: string; reason: string }[] }).decisions[0]?.reason ===
      'The pin is on the wrong bank.';
    await assert.rejects(late, fails('stale_version', decided));
    const next = await proposeClue(t.context(first), { incidentId: clue.incidentId });
    assert.notEqual(next.clueId, clue.clueId);
  });

  it('is withdrawn with a reason; its reports go back to assessment', async () => {
    const clue = await proposed();
    const { version } = await verifyClue(t.context(second), { clueId: clue.clueId, version: clue.version });
    await withdrawClue(t.context(first), { clueId: clue.clueId, version, reason: 'Another village of that name.' });
    const [report] = await t.db.select().from(reports).where(eq(reports.id, clue.id));
    assert.equal(report?.state, 'under_assessment');
    const audit = and(eq(auditEvents.subjectId, clue.clueId), eq(auditEvents.action, 'clue.withdraw'));
    const [row] = await t.db.select().from(auditEvents).where(audit);
    assert.equal(row?.reason, 'Another village of that name.');
    const again = withdrawClue(t.context(first), { clueId: clue.clueId, version: version + 1, reason: 'x' });
    await assert.rejects(again, fails('wrong_state'));
  });

  it('is there for moderators, and for nobody else before a batch', async () => {
    const clue = await proposed();
    await verifyClue(t.context(second), { clueId: clue.clueId, version: clue.version });
    const view = await getClue(t.context(third), clue.clueId);
    assert.equal(view.audience, 'moderator');
    if (view.audience !== 'moderator') return;
    assert.deepEqual(
      view.decisions.map(({ decision }) => decision),
      ['propose', 'verify'],
    );
    assert.ok(view.seenBy.publicSquares.length > 0);
    assert.equal(view.seenBy.organisation, null, 'the reporter did not allow it');
    for (const actor of [undefined, await makeUser(t.db, 'organisation'), await makeUser(t.db, 'administrator')]) {
      await assert.rejects(getClue(t.context(actor), view.exportId), fails('not_found'));
      await assert.rejects(getClue(t.context(actor), '-'.repeat(36)), fails('not_found'));
    }
  });
});
