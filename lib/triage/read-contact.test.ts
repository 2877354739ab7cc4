import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { before, describe, it } from 'node:test';
import { and, eq } from 'drizzle-orm';
import { auditEvents } from '../../drizzle/schema/audit.ts';
import { fails } from '../clues/testing.ts';
import { testDatabase } from '../db/testing.ts';
import { createDeployment } from '../deployment/create-deployment.ts';
import { submitReport } from '../reports/submit-report.ts';
import { withdrawConsent } from '../reports/withdraw-consent.ts';
import { withdrawReport } from '../reports/withdraw-report.ts';
import { assignToIncident } from './assign-to-incident.ts';
import { getCase } from './get-case.ts';
import { readContact } from './read-contact.ts';
import { recuse } from './recusals/recuse.ts';
import { makeUser, point } from './testing.ts';

describe('the contact of a reporter', () => {
  const t = testDatabase();
  before(async () => {
    await t.reset();
    await createDeployment(t.context({ type: 'job', name: 'test' }), { demonstration: true });
  });

  const contact = 'Nərgiz, +994 50 555 55 55';
  async function sent(contactMe: boolean, given: string | undefined = contact) {
    const reportId = randomUUID();
    const { receiptCode } = await submitReport(t.context(), {
      ...{ reportId, kind: 'human_accident', language: 'az', contact: given, consent: { contactMe } },
      locations: [{ method: 'map_pin', positionOf: 'event', geometry: point(46.75, 39.81) }],
    });
    return { receiptCode, ask: { reportId, version: 1, reason: 'Which gate was it?' } };
  }
  const trail = (id: string) =>
    t.db
      .select()
      .from(auditEvents)
      .where(and(eq(auditEvents.subjectId, id), eq(auditEvents.action, 'report.read_contact')));

  it('is read by a moderator or a lead with a reason, and the trail and the case say by whom, without it', async () => {
    const { ask } = await sent(true);
    for (const role of ['moderator', 'lead'] as const) {
      const by = await makeUser(t.db, role);
      assert.deepEqual(await readContact(t.context(by), ask), { contact });
      const row = (await trail(ask.reportId)).at(-1);
      assert.deepEqual([row?.actorId, row?.reason, row?.detail], [by.userId, ask.reason, {}]);
    }
    const view = await getCase(t.context(await makeUser(t.db)), ask.reportId);
    assert.equal(view.history.filter(({ action, by }) => action === 'report.read_contact' && by).length, 2);
    assert.ok(!JSON.stringify([view, await trail(ask.reportId)]).includes('555 55'));
  });

  it('is nobody else’s, and nobody’s without a reason', async () => {
    const { ask } = await sent(true);
    await assert.rejects(readContact(t.context(), ask), fails('not_signed_in'));
    for (const role of ['administrator', 'organisation'] as const)
      await assert.rejects(readContact(t.context(await makeUser(t.db, role)), ask), fails('forbidden'));
    const by = t.context(await makeUser(t.db));
    await assert.rejects(readContact(by, { ...ask, reason: ' ' }), fails('invalid_input'));
    await assert.rejects(readContact(by, { ...ask, reportId: randomUUID() }), fails('not_found'));
    assert.deepEqual(await trail(ask.reportId), []);
  });

  it('stays closed where the reporter did not agree to be asked, took that back, or took the report back', async () => {
    const by = t.context(await makeUser(t.db));
    const closed = fails('wrong_state', (d) => d.contact === 'not_agreed');
    const [never, ended, gone] = [await sent(false), await sent(true), await sent(true)];
    await withdrawConsent(t.context(), ended.receiptCode, 'contact_me');
    await withdrawReport(t.context(), gone.receiptCode);
    for (const { ask } of [never, ended]) await assert.rejects(readContact(by, ask), closed);
    await assert.rejects(readContact(by, { ...gone.ask, version: 2 }), closed);
    for (const { ask } of [never, ended, gone]) assert.deepEqual(await trail(ask.reportId), []);
  });

  it('is not read by whoever is recused from the incident', async () => {
    const { ask } = await sent(true);
    const one = await makeUser(t.db);
    const { incidentId, version } = await assignToIncident(t.context(await makeUser(t.db)), {
      ...{ reportId: ask.reportId, version: 1, incidentId: null },
    });
    await recuse(t.context(one), { incidentId, reason: 'A relative.' });
    await assert.rejects(
      readContact(t.context(one), { ...ask, version }),
      fails('same_person', (d) => d.rule === 'recused'),
    );
    await assert.rejects(readContact(t.context(await makeUser(t.db)), ask), fails('stale_version'));
  });
});
