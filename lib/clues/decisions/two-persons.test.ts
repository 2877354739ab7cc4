import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { before, describe, it } from 'node:test';
import { and, eq } from 'drizzle-orm';
import { organisations, users } from '../../../drizzle/schema/accounts.ts';
import { auditEvents } from '../../../drizzle/schema/audit.ts';
import { clues } from '../../../drizzle/schema/clues.ts';
import { reports } from '../../../drizzle/schema/reports.ts';
import { communities } from '../../accounts/input.ts';
import { listOrganisations } from '../../accounts/organisations/list-organisations.ts';
import { setCommunity } from '../../accounts/organisations/set-community.ts';
import type { UserActor } from '../../context.ts';
import { onPostgres } from '../../db/testing.ts';
import { createDeployment } from '../../deployment/create-deployment.ts';
import { getVerifierRule, setVerifierRule } from '../../deployment/verifier-rule.ts';
import { isProblem } from '../../errors.ts';
import { receiptHash } from '../../reports/receipt.ts';
import { formatReceipt } from '../../reports/receipt-code.ts';
import { withdrawReport } from '../../reports/withdraw-report.ts';
import { addLocationClaim } from '../../triage/add-location-claim.ts';
import { assessReport } from '../../triage/assess-report.ts';
import { assignToIncident } from '../../triage/assign-to-incident.ts';
import { addEvidenceItem } from '../../triage/evidence-items/change-evidence.ts';
import { chooseValue } from '../../triage/incidents/choose-value.ts';
import { listRecusals } from '../../triage/recusals/list-recusals.ts';
import { recuse } from '../../triage/recusals/recuse.ts';
import { removeFromIncident } from '../../triage/remove-from-incident.ts';
import { setReportState } from '../../triage/set-report-state.ts';
import { makeUser, point } from '../../triage/testing.ts';
import { proposeClue } from '../propose-clue.ts';
import { sendBackClue } from '../send-back-clue.ts';
import { sharedClueIds } from '../shared-clue-ids.ts';
import { clueCases, fails } from '../testing.ts';
import { verifyClue } from '../verify-clue.ts';
import { withdrawClue } from '../withdraw-clue.ts';
import { communitiesBalance } from './community.ts';

describe('two persons', () => {
  const cases = clueCases();
  const { t } = cases;
  let second: UserActor;
  let third: UserActor;
  let lead: UserActor;
  let administrator: UserActor;
  before(async () => {
    await t.reset();
    await cases.start();
    [second, third] = [cases.second, cases.third];
    [lead, administrator] = [await makeUser(t.db, 'lead'), await makeUser(t.db, 'administrator')];
    await createDeployment(t.context({ type: 'job', name: 'test' }), { demonstration: false });
  });
  const refused = (rule: string) => fails('same_person', (d) => d.rule === rule);

  it('keeps out whoever placed the event', async () => {
    const { id, incidentId } = await cases.graded();
    const claim = { geometry: point(46.2, 39.9), uncertaintyMetres: 100, method: 'map_pin', positionOf: 'event' };
    await addLocationClaim(t.context(second), {
      reportId: id,
      version: 3,
      ...claim,
      reason: 'He showed it on the map.',
    });
    const clue = await proposeClue(t.context(third), { incidentId });
    const by = (actor: UserActor) => verifyClue(t.context(actor), { clueId: clue.clueId, version: clue.version });
    await assert.rejects(by(second), refused('claim'));
    await by(lead);
  });

  it('keeps out whoever recused themself, from every decision, and tells the reason to leads only', async () => {
    const clue = await cases.proposed();
    const { incidentId } = clue;
    await assert.rejects(recuse(t.context(second), { incidentId, reason: ' ' }), fails('invalid_input'));
    await recuse(t.context(second), { incidentId, reason: 'The herder is my uncle.' });
    await assert.rejects(recuse(t.context(second), { incidentId, reason: 'Again.' }), fails('already_done'));
    const edit = { clueId: clue.clueId, version: clue.version, reason: 'x' };
    for (const verb of [verifyClue, sendBackClue, withdrawClue])
      await assert.rejects(verb(t.context(second), edit), refused('recused'));
    await assert.rejects(proposeClue(t.context(second), { incidentId }), refused('recused'));
    const reasons = async (actor: UserActor) =>
      (await listRecusals(t.context(actor), incidentId)).map(({ reason }) => reason);
    assert.deepEqual(await reasons(lead), ['The herder is my uncle.']);
    assert.deepEqual(await reasons(second), ['The herder is my uncle.']);
    assert.deepEqual(await reasons(third), [null]);
    const trail = and(eq(auditEvents.subjectId, incidentId), eq(auditEvents.action, 'incident.recuse'));
    const [row] = await t.db.select().from(auditEvents).where(trail);
    assert.deepEqual([row?.actorId, row?.reason, row?.detail], [second.userId, null, { userId: second.userId }]);
  });

  it('keeps the recused from grading, placing, choosing and moving too, wherever the report went', async () => {
    const { id, incidentId } = await cases.graded();
    await recuse(t.context(second), { incidentId, reason: 'A neighbour.' });
    const by = t.context(second);
    const grade = { sourceReliability: 'A', infoCredibility: '1', sourceClass: 'official' };
    const claim = { geometry: point(46.2, 39.9), uncertaintyMetres: 100, method: 'map_pin', positionOf: 'event' };
    const edit = { reportId: id, version: 3, reason: 'x' };
    const incident = { incidentId, version: 2, reason: 'x' };
    await assert.rejects(assessReport(by, { ...edit, ...grade }), refused('recused'));
    await assert.rejects(addLocationClaim(by, { ...edit, ...claim }), refused('recused'));
    await assert.rejects(setReportState(by, { ...edit, state: 'rejected' }), refused('recused'));
    await assert.rejects(chooseValue(by, { ...incident, field: 'injured', reportId: id }), refused('recused'));
    await assert.rejects(removeFromIncident(by, edit), refused('recused'));
    const piece = { summary: 'x', kind: 'document', consent: 'published', ...grade };
    await assert.rejects(addEvidenceItem(by, { incidentId, ...piece }), refused('recused'));
    await removeFromIncident(t.context(third), edit);
    await assert.rejects(assignToIncident(by, { reportId: id, incidentId: null, version: 4 }), refused('recused'));
  });

  it('lets a lead recuse another, and nobody else', async () => {
    const clue = await cases.proposed();
    const other = { incidentId: clue.incidentId, userId: second.userId, reason: 'Worked for the claimant.' };
    await assert.rejects(recuse(t.context(third), other), fails('forbidden'));
    await assert.rejects(recuse(t.context(administrator), other), fails('forbidden'));
    await assert.rejects(recuse(t.context(), other), fails('not_signed_in'));
    await assert.rejects(recuse(t.context(lead), { ...other, userId: administrator.userId }), fails('not_found'));
    await recuse(t.context(lead), other);
    const verify = verifyClue(t.context(second), { clueId: clue.clueId, version: clue.version });
    await assert.rejects(verify, refused('recused'));
    await verifyClue(t.context(third), { clueId: clue.clueId, version: clue.version });
  });

  it('balances communities only where both are known or one is neutral', () => {
    const all = [null, ...communities];
    const met = all.flatMap((a) => all.filter((b) => communitiesBalance(a, b)).map((b) => `${a}/${b}`));
    const expected = ['null/neutral', 'neutral/null', 'neutral/neutral', 'neutral/a', 'neutral/b'];
    assert.deepEqual(met, [...expected, 'a/neutral', 'a/b', 'b/neutral', 'b/a']);
  });

  it('asks for a neutral or another community when the deployment says so', async () => {
    const rule = async (required: boolean) =>
      setVerifierRule(t.context(administrator), {
        required,
        labelA: 'First',
        labelB: 'Second',
        version: (await getVerifierRule(t.context(administrator))).version,
      });
    await assert.rejects(setVerifierRule(t.context(lead), { required: true, version: 1 }), fails('forbidden'));
    await assert.rejects(
      setVerifierRule(t.context(administrator), { required: true, version: 99 }),
      fails('stale_version'),
    );
    assert.deepEqual((await rule(true)).labels, { a: 'First', b: 'Second' });
    const sentBy = async (community: 'neutral' | 'a' | 'b') => {
      const [made] = await t.db.insert(organisations).values({ name: community, kind: 'ngo' }).returning();
      const edit = { organisationId: made!.id, community, version: 1 };
      await assert.rejects(setCommunity(t.context(lead), edit), fails('forbidden'));
      await setCommunity(t.context(administrator), edit);
      await assert.rejects(setCommunity(t.context(administrator), edit), fails('stale_version'));
      return makeUser(t.db, 'moderator', made!.id);
    };
    const [a, b] = [await sentBy('a'), await sentBy('b')];
    await t.db.update(users).set({ organisationId: a.organisationId }).where(eq(users.id, cases.first.userId));
    const clue = await cases.proposed();
    const by = (actor: UserActor) => verifyClue(t.context(actor), { clueId: clue.clueId, version: clue.version });
    await assert.rejects(by(second), refused('community'));
    await assert.rejects(by(await makeUser(t.db, 'moderator', a.organisationId)), refused('community'));
    await by(b);
    const member = await makeUser(t.db, 'organisation', a.organisationId);
    assert.deepEqual(
      (await listOrganisations(t.context(member))).map(({ community }) => community),
      [null],
    );
    await t.db.update(users).set({ organisationId: null }).where(eq(users.id, cases.first.userId));
    await rule(false);
  });

  const races = { skip: onPostgres ? false : 'the embedded database has one connection' };
  const settled = (all: PromiseSettledResult<unknown>[]) => all.map(({ status }) => status).sort();

  it('holds when two verify at the same moment', races, async () => {
    const clue = await cases.proposed();
    const edit = { clueId: clue.clueId, version: clue.version };
    const both = await Promise.allSettled([second, third].map((actor) => verifyClue(t.context(actor), edit)));
    assert.deepEqual(settled(both), ['fulfilled', 'rejected']);
  });

  it('holds when one withdraws while another verifies', races, async () => {
    for (let round = 0; round < 5; round++) {
      const clue = await cases.proposed();
      const edit = { clueId: clue.clueId, version: clue.version, reason: 'Twice told.' };
      const both = await Promise.allSettled([
        verifyClue(t.context(second), edit),
        withdrawClue(t.context(third), edit),
      ]);
      assert.deepEqual(settled(both), ['fulfilled', 'rejected']);
      const lost = both.find((one) => one.status === 'rejected');
      assert.ok(fails('stale_version')(lost?.reason), String(lost?.reason));
      const [row] = await t.db.select().from(clues).where(eq(clues.id, clue.clueId));
      assert.equal(row?.state, both[0]?.status === 'fulfilled' ? 'verified' : 'withdrawn');
    }
  });

  it('holds when the proposal is renewed while another verifies', races, async () => {
    for (let round = 0; round < 5; round++) {
      const clue = await cases.proposed();
      const edit = { clueId: clue.clueId, version: clue.version };
      const both = await Promise.allSettled([
        verifyClue(t.context(second), edit),
        proposeClue(t.context(cases.first), { incidentId: clue.incidentId }),
      ]);
      assert.deepEqual(settled(both), ['fulfilled', 'rejected']);
      const lost = both.find((one) => one.status === 'rejected')?.reason;
      assert.ok(isProblem(lost) && ['stale_version', 'already_done'].includes(lost.code), String(lost));
    }
  });

  it('holds when somebody is recused while they verify', races, async () => {
    const clue = await cases.proposed();
    const both = await Promise.allSettled([
      recuse(t.context(lead), { incidentId: clue.incidentId, userId: second.userId, reason: 'Related.' }),
      verifyClue(t.context(second), { clueId: clue.clueId, version: clue.version }),
    ]);
    const lost = both.filter((one) => one.status === 'rejected');
    assert.ok(lost.every((one) => refused('recused')(one.reason)));
  });

  it('holds when the reporter takes the report back while another verifies', races, async () => {
    for (let round = 0; round < 5; round++) {
      const code = formatReceipt(randomBytes(10));
      const clue = await cases.proposed({ receiptHash: receiptHash(code), shareWithNgos: true });
      const [verified, taken] = await Promise.allSettled([
        verifyClue(t.context(second), { clueId: clue.clueId, version: clue.version }),
        withdrawReport(t.context(), code),
      ]);
      assert.equal(taken.status, 'fulfilled');
      if (verified.status === 'rejected') assert.ok(isProblem(verified.reason), String(verified.reason));
      const { gone, either } = await sharedClueIds(t.context({ type: 'job', name: 'test' }), [clue.clueId]);
      assert.deepEqual([gone.size, either.size], [1, 0]);
      const [report] = await t.db.select().from(reports).where(eq(reports.id, clue.id));
      assert.equal(report?.state, 'withdrawn');
    }
  });
});
