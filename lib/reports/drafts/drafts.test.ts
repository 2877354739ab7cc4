import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { eq } from 'drizzle-orm';
import { consents } from '../../../drizzle/schema/contacts.ts';
import { reportDrafts } from '../../../drizzle/schema/report-drafts.ts';
import { reports } from '../../../drizzle/schema/reports.ts';
import { auditActions, makeUser } from '../../accounts/testing.ts';
import { testDatabase } from '../../db/testing.ts';
import { createDeployment } from '../../deployment/create-deployment.ts';
import { isProblem } from '../../errors.ts';
import type { Answers } from '../form/answers.ts';
import { withdrawReport } from '../withdraw-report.ts';
import { deleteDraft } from './delete-draft.ts';
import { expireDrafts } from './expire-drafts.ts';
import { getDraft } from './get-draft.ts';
import { listDrafts } from './list-drafts.ts';
import { listSent } from './list-sent.ts';
import { newestAnswers } from './newest-answers.ts';
import { saveDraft } from './save-draft.ts';
import { sendDraft } from './send-draft.ts';
import { startInterview } from './start-interview.ts';

const job = { type: 'job', name: 'test' } as const;
const problem = (code: string) => (error: unknown) => isProblem(error) && error.code === code;
const accident = {
  door: ['human'],
  where: ['coordinates'],
  coordinates: ['39.8177, 46.7528'],
  when: ['month'],
  month_m: ['5'],
  month_y: ['2024'],
  killed: ['1'],
  p0_activity: ['herding'],
  description: ['what was said'],
  contact: ['+994 50 000 00 00'],
};
const withValues = (answers: Answers, values: Answers['values']): Answers => ({ ...answers, values });

describe('drafts of interviews', () => {
  const t = testDatabase();
  let member: Awaited<ReturnType<typeof makeUser>>;
  const as = (user: typeof member, now?: Date) => t.context(user.actor, now);
  before(async () => {
    await t.reset();
    await createDeployment(t.context(job), { demonstration: true });
    member = await makeUser(t.context(), 'organisation');
  });
  const begin = async (more: object = {}) =>
    startInterview(as(member), { language: 'hy', told: 'person', consentRead: true, ...more });

  it('begins only after the consent words were read, and writes down that they were', async () => {
    await assert.rejects(begin({ consentRead: false }), problem('invalid_input'));
    await assert.rejects(startInterview(t.context(), {}), problem('not_signed_in'));
    const administrator = await makeUser(t.context(), 'administrator');
    await assert.rejects(startInterview(as(administrator), {}), problem('forbidden'));
    const { answers, step } = await begin();
    assert.deepEqual([step, answers.interview?.language], ['door', 'hy']);
    assert.deepEqual(await auditActions(t.context(), answers.reportId), ['draft.start']);
  });

  it('keeps what is typed under a seal, a place or not, and opens it again for its own account alone', async () => {
    const { answers } = await begin();
    const values = { door: ['human'], description: ['a name that nobody may read'] };
    await saveDraft(as(member), withValues(answers, values), 'place');
    const [row] = await t.db.select().from(reportDrafts).where(eq(reportDrafts.id, answers.reportId));
    assert.ok(!JSON.stringify(row).includes('nobody may read'));
    const opened = await getDraft(as(member), answers.reportId);
    assert.ok('answers' in opened);
    assert.deepEqual([opened.step, opened.answers.values], ['place', values]);
    const colleague = await makeUser(t.context(), 'organisation', { organisationId: member.organisationId! });
    for (const verb of [
      () => getDraft(as(colleague), answers.reportId),
      () => saveDraft(as(colleague), answers, 'place'),
      () => deleteDraft(as(colleague), answers.reportId),
    ])
      await assert.rejects(verb(), problem('not_found'));
    await assert.rejects(saveDraft(t.context(), answers, 'place'), problem('not_signed_in'));
    assert.ok(
      (await listDrafts(as(member))).some(({ id, kind }) => id === answers.reportId && kind === 'human_accident'),
    );
    assert.deepEqual(await auditActions(t.context(), answers.reportId), ['draft.start', 'draft.save']);
  });

  it('lets one copy go back and forth, and stops a second one that has not seen the last state', async () => {
    const { answers: first } = await begin();
    await saveDraft(as(member), first, 'place');
    await saveDraft(as(member), first, 'door');
    const second = await getDraft(as(member), first.reportId);
    assert.ok('answers' in second);
    await saveDraft(as(member), second.answers, 'date');
    await assert.rejects(saveDraft(as(member), first, 'place'), (error: unknown) => {
      assert.ok(isProblem(error));
      assert.deepEqual([error.code, error.detail.version, error.detail.step], ['stale_version', 4, 'date']);
      return true;
    });
    const seen = { ...first, interview: { ...first.interview!, version: 4 } };
    await saveDraft(as(member), seen, 'place');
  });

  it('gives a page that the browser’s Back brought up the answers that came after it, and no copy another’s', async () => {
    const { answers: early } = await begin();
    const later = { ...early.values, door: ['human'], description: ['told later'] };
    await saveDraft(as(member), withValues(early, later), 'photos');
    assert.deepEqual((await newestAnswers(as(member), early)).values, later);
    const back = await newestAnswers(as(member), { ...early, returnToCheck: true });
    assert.deepEqual([back.returnToCheck, back.interview?.version], [true, 2]);
    const other = { ...early, interview: { ...early.interview!, editor: crypto.randomUUID() } };
    const stranger = await makeUser(t.context(), 'organisation');
    assert.equal(await newestAnswers(as(member), other), other);
    assert.equal(await newestAnswers(as(stranger), early), early);
    assert.equal(await newestAnswers(t.context(), early), early);
  });

  it('sends in the language of the conversation, once, and leaves kind, place and date for another like it', async () => {
    const { answers } = await begin();
    const full = withValues(answers, accident);
    const sent = await sendDraft(as(member), full);
    assert.deepEqual(await sendDraft(as(member), full), { ...sent, repeated: true });
    const [report] = await t.db.select().from(reports).where(eq(reports.id, answers.reportId));
    assert.deepEqual(
      [report!.channel, report!.language, report!.organisationId, report!.killed],
      ['interview', 'hy', member.organisationId, 1],
    );
    const [consent] = await t.db.select().from(consents).where(eq(consents.reportId, answers.reportId));
    assert.deepEqual([consent!.method, consent!.language], ['interview', 'hy']);
    assert.deepEqual(await auditActions(t.context(), answers.reportId), ['draft.start', 'report.submit']);
    await assert.rejects(getDraft(as(member), answers.reportId), problem('not_found'));

    const next = await begin({ like: answers.reportId });
    const { door, where, coordinates, when, month_m, month_y } = accident;
    assert.deepEqual(next.answers.values, { door, where, coordinates, when, month_m, month_y });
    assert.equal(next.step, 'people');
    assert.notEqual(next.answers.reportId, answers.reportId);
    await assert.rejects(begin({ like: crypto.randomUUID() }), problem('not_found'));
  });

  it('lists what the organisation sent, with its number and a coarse state; another sees nothing of it', async () => {
    const [last] = await listSent(as(member));
    assert.match(last!.spokenId, /^R-\d+$/);
    assert.deepEqual([last!.state, last!.again], ['received', true]);
    await t.db.update(reports).set({ state: 'under_assessment' }).where(eq(reports.id, last!.id));
    const colleague = await makeUser(t.context(), 'organisation', { organisationId: member.organisationId! });
    const [theirs] = await listSent(as(colleague));
    assert.deepEqual([theirs!.id, theirs!.state, theirs!.again], [last!.id, 'in_review', false]);
    assert.deepEqual(await listSent(as(await makeUser(t.context(), 'organisation'))), []);
    const sent = await makeUser(t.context(), 'moderator', { organisationId: member.organisationId! });
    assert.deepEqual(await listSent(as(sent)), []);
    const own = await startInterview(as(sent), { language: 'hy', told: 'person', consentRead: true });
    await sendDraft(as(sent), withValues(own.answers, accident));
    assert.deepEqual(
      (await listSent(as(sent))).map(({ id }) => id),
      [own.answers.reportId],
    );
  });

  it('leaves nothing for another like it once the report is taken back', async () => {
    const { answers } = await begin();
    const { receiptCode } = await sendDraft(as(member), withValues(answers, accident));
    await withdrawReport(t.context(), receiptCode);
    assert.equal(await t.db.$count(reportDrafts, eq(reportDrafts.id, answers.reportId)), 0);
    await assert.rejects(begin({ like: answers.reportId }), problem('not_found'));
  });

  it('takes the own team’s observation without a script, as its own account of it', async () => {
    const { answers } = await begin({ told: 'team', consentRead: false });
    await sendDraft(as(member), withValues(answers, accident));
    const [report] = await t.db.select().from(reports).where(eq(reports.id, answers.reportId));
    assert.deepEqual([report!.channel, report!.submittedBy], ['form', member.id]);
  });

  it('is deleted by its account, and by time', async () => {
    const { answers } = await begin();
    await deleteDraft(as(member), answers.reportId);
    assert.deepEqual(await auditActions(t.context(), answers.reportId), ['draft.start', 'draft.delete']);
    await assert.rejects(deleteDraft(as(member), answers.reportId), problem('not_found'));
    await begin();
    const later = new Date(Date.now() + 31 * 86_400_000);
    assert.deepEqual(await listDrafts(as(member, later)), []);
    await assert.rejects(expireDrafts(as(member, later)), problem('forbidden'));
    assert.ok((await expireDrafts(t.context(job, later))) > 0);
    assert.equal(await t.db.$count(reportDrafts), 0);
  });
});
