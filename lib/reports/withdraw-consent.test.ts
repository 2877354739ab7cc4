import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { before, describe, it } from 'node:test';
import { eq } from 'drizzle-orm';
import { auditEvents } from '../../drizzle/schema/audit.ts';
import { consents, contacts } from '../../drizzle/schema/contacts.ts';
import { detonations, reports } from '../../drizzle/schema/reports.ts';
import { testDatabase } from '../db/testing.ts';
import { createDeployment } from '../deployment/create-deployment.ts';
import { isProblem } from '../errors.ts';
import { followUp } from './follow-up.ts';
import { submitReport } from './submit-report.ts';
import { withdrawConsent } from './withdraw-consent.ts';
import { withdrawReport } from './withdraw-report.ts';

const told = (more: Record<string, unknown> = {}) => ({
  reportId: randomUUID(),
  kind: 'human_accident',
  language: 'ru',
  locations: [{ method: 'text_only', positionOf: 'event', inputText: 'by the mill' }],
  contact: '555',
  consent: { shareWithAuthorities: true, shareWithNgos: true, contactMe: true },
  ...more,
});
const problem = (code: string, fields?: object) => (error: unknown) =>
  isProblem(error) &&
  error.code === code &&
  (!fields || JSON.stringify(error.detail.fields) === JSON.stringify(fields));

describe('a receipt', () => {
  const t = testDatabase();
  before(async () => {
    await t.reset();
    await createDeployment(t.context({ type: 'job', name: 'test' }), { demonstration: true });
  });
  const consentOf = async (reportId: string) =>
    (await t.db.select().from(consents).where(eq(consents.reportId, reportId)))[0]!;
  const contactOf = async (reportId: string) =>
    (await t.db.select().from(contacts).where(eq(contacts.reportId, reportId)))[0]!;

  it('takes back one purpose, and leaves the others and the report as they are', async () => {
    const report = told();
    const { receiptCode } = await submitReport(t.context(), report);
    assert.deepEqual((await followUp(t.context(), receiptCode)).consents, [
      'share_with_authorities',
      'share_with_ngos',
      'contact_me',
    ]);
    await withdrawConsent(t.context(), receiptCode, 'share_with_ngos');
    await withdrawConsent(t.context(), receiptCode, 'share_with_ngos');
    const consent = await consentOf(report.reportId);
    assert.deepEqual([consent.shareWithNgos, consent.shareWithAuthorities, consent.withdrawnAt], [false, true, null]);
    assert.deepEqual(Object.keys(consent.purposesWithdrawn), ['share_with_ngos']);
    assert.equal((await followUp(t.context(), receiptCode)).state, 'submitted');
    assert.notEqual((await contactOf(report.reportId)).ciphertext, null);
    const audit = await t.db.select().from(auditEvents).where(eq(auditEvents.subjectId, report.reportId));
    assert.deepEqual(
      audit
        .filter(({ action }) => action === 'report.withdraw_consent')
        .map(({ actorType, detail }) => [actorType, detail]),
      [['receipt', { purpose: 'share_with_ngos' }]],
    );
  });

  it('erases the contact with the purpose that it was given for', async () => {
    const report = told();
    const { receiptCode } = await submitReport(t.context(), report);
    await withdrawConsent(t.context(), receiptCode, 'contact_me');
    const contact = await contactOf(report.reportId);
    assert.deepEqual([contact.ciphertext, contact.erasedAt === null], [null, false]);
  });

  it('is refused for what it is not, and for purposes that do not exist', async () => {
    const { receiptCode } = await submitReport(t.context(), told());
    await assert.rejects(withdrawConsent(t.context(), '0000-0000-0000-0000', 'contact_me'), problem('not_found'));
    await assert.rejects(withdrawConsent(t.context(), receiptCode, 'withdrawn_at'), problem('invalid_input'));
    await withdrawReport(t.context(), receiptCode);
    assert.deepEqual((await followUp(t.context(), receiptCode)).consents, []);
  });

  it('links the next explosion to the report that told of the one before, and is stored nowhere', async () => {
    const first = told();
    const { receiptCode } = await submitReport(t.context(), first);
    const next = told({ detonations: [{ causedBy: 'person', followsReceipt: receiptCode.toLowerCase() }] });
    await submitReport(t.context(), next);
    const [blast] = await t.db.select().from(detonations).where(eq(detonations.reportId, next.reportId));
    assert.deepEqual([blast!.followsReportId, blast!.detail], [first.reportId, { causedBy: 'person' }]);
    const wrong = told({ detonations: [{ followsReceipt: '0000-0000-0000-0000' }] });
    await assert.rejects(
      submitReport(t.context(), wrong),
      problem('invalid_input', { 'detonations.0.followsReceipt': 'receipt_unknown' }),
    );
    assert.deepEqual(await t.db.select().from(reports).where(eq(reports.id, wrong.reportId)), []);
  });

  it('keeps what speaks for danger at a place', async () => {
    const known = told({ kind: 'hazard_knowledge', indications: ['laid_mines', 'trench_or_position'] });
    await submitReport(t.context(), known);
    const [row] = await t.db.select().from(reports).where(eq(reports.id, known.reportId));
    assert.deepEqual(row!.indications, ['laid_mines', 'trench_or_position']);
  });
});
