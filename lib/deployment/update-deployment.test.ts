import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { makeUser } from '../accounts/testing.ts';
import { listAuditEvents } from '../audit/list-audit-events.ts';
import { testDatabase } from '../db/testing.ts';
import { createDeployment } from './create-deployment.ts';
import { getDeployment } from './get-deployment.ts';
import { updateDeployment } from './update-deployment.ts';

const job = { type: 'job', name: 'start' } as const;
const configured = {
  operator: 'Example agency',
  operatorContact: 'desk@example.org',
  jurisdiction: 'Azerbaijan',
  emergencyNumbers: [{ country: 'az', label: 'Police', number: '102' }],
  staffedHours: '',
  organisationAgreement: null,
  intakeOpen: false,
  version: 1,
};

describe('configuring a deployment', () => {
  const t = testDatabase();
  before(t.reset);

  it('opens intake once everything needed is there', async () => {
    await createDeployment(t.context(job), { demonstration: false });
    const { actor } = await makeUser(t.context(), 'administrator');
    await assert.rejects(updateDeployment(t.context(actor), { ...configured, intakeOpen: true }), {
      detail: { fields: { staffedHours: 'needed_for_intake' } },
    });
    const after = await updateDeployment(t.context(actor), { ...configured, staffedHours: '9–18', intakeOpen: true });
    assert.equal(after.intakeOpen, true);
    assert.deepEqual(after.emergencyNumbers, [{ country: 'AZ', label: 'Police', number: '102' }]);
    const { events } = await listAuditEvents(t.context(actor), { subjectType: 'deployment' });
    assert.equal(events[0]?.action, 'deployment.update');
    await updateDeployment(t.context(actor), { ...configured, staffedHours: '9–18', intakeOpen: false, version: 2 });
    const [newest] = (await listAuditEvents(t.context(actor), { subjectType: 'deployment' })).events;
    assert.deepEqual(newest?.detail, { changed: ['intakeOpen'], intakeOpen: false });
  });

  it('refuses a stale edit with what changed, and anybody else', async () => {
    const { actor } = await makeUser(t.context(), 'administrator');
    await assert.rejects(updateDeployment(t.context(actor), { ...configured, operator: 'Other' }), {
      code: 'stale_version',
    });
    for (const role of ['organisation', 'moderator', 'lead'] as const) {
      const other = await makeUser(t.context(), role);
      await assert.rejects(updateDeployment(t.context(other.actor), configured), { code: 'forbidden' });
    }
  });
});

describe('a demonstration', () => {
  const t = testDatabase();
  before(t.reset);

  it('has its number labelled, stays one, and never opens unstamped intake', async () => {
    await createDeployment(t.context(job), { demonstration: true });
    const standing = await createDeployment(t.context(job), { demonstration: false });
    assert.equal(standing.demonstration, true);
    assert.deepEqual(standing.emergencyNumbers[0]?.number, '102');
    const { actor } = await makeUser(t.context(), 'administrator');
    const wanted = { ...configured, staffedHours: '9–18', intakeOpen: true };
    await assert.rejects(updateDeployment(t.context(actor), wanted), {
      code: 'wrong_state',
      detail: { reason: 'demonstration' },
    });
    await updateDeployment(t.context(actor), { ...wanted, intakeOpen: false });
    assert.equal((await getDeployment(t.context()))?.operator, 'Example agency');
  });
});
