import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { before, describe, it } from 'node:test';
import { eq, sql } from 'drizzle-orm';
import { auditEvents } from '../../drizzle/schema/audit.ts';
import { contacts } from '../../drizzle/schema/contacts.ts';
import { deployment } from '../../drizzle/schema/deployment.ts';
import { outboxEvents } from '../../drizzle/schema/jobs.ts';
import { locationClaims, reports } from '../../drizzle/schema/reports.ts';
import { onPostgres, testDatabase } from '../db/testing.ts';
import { createDeployment } from '../deployment/create-deployment.ts';
import { isProblem } from '../errors.ts';
import { decrypt } from '../keys.ts';
import { importPlaces } from '../places/import-places.ts';
import { followUp } from './follow-up.ts';
import { getReport } from './get-report.ts';
import { submitReport } from './submit-report.ts';
import { toldToSender } from './told-to-sender.ts';
import { withdrawReport } from './withdraw-report.ts';

const point = { type: 'Point', coordinates: [46.7528, 39.8177] };
const told = (more: Record<string, unknown> = {}) => ({
  reportId: randomUUID(),
  kind: 'human_accident',
  language: 'az',
  locations: [{ method: 'map_pin', positionOf: 'event', geometry: point, uncertaintyMetres: 80 }],
  victims: [{ outcome: 'injured', ageBand: '30-59', activity: 'herding', injuries: ['eyesight'] }],
  ...more,
});
const job = { type: 'job', name: 'test' } as const;
const moderator = {
  type: 'user',
  userId: '11111111-1111-4111-8111-111111111111',
  role: 'moderator',
  organisationId: null,
} as const;
const problem = (code: string, fields?: object) => (error: unknown) => {
  assert.ok(isProblem(error), String(error));
  assert.equal(error.code, code);
  if (fields) assert.deepEqual(error.detail.fields, fields);
  return true;
};

describe('submitReport', () => {
  const t = testDatabase();
  before(async () => {
    await t.reset();
    await createDeployment(t.context(job), { demonstration: true });
    await importPlaces(t.context(job), [
      {
        id: 'test:seysulan',
        kind: 'village',
        lat: 40.2464,
        lng: 46.985,
        names: [{ language: 'hy', name: 'Սեյսուլան' }],
        source: 'test',
        asOf: '2026-01-01',
      },
    ]);
  });

  it('stores the report as practice, with audit row and event, and keeps only the hash of its receipt', async () => {
    const report = told({ contact: '+994 50 000 00 00', consent: { contactMe: true } });
    const sent = await submitReport(t.context(), report);
    assert.match(sent.receiptCode, /^(\w{4}-){3}\w{4}$/);
    assert.deepEqual([sent.practice, sent.repeated], [true, false]);
    const [row] = await t.db.select().from(reports).where(eq(reports.id, report.reportId));
    assert.deepEqual([row!.injured, row!.killed, row!.state, row!.practice], [1, 0, 'submitted', true]);
    assert.ok(!JSON.stringify(row).includes(sent.receiptCode));
    const audit = await t.db.select().from(auditEvents).where(eq(auditEvents.subjectId, report.reportId));
    assert.deepEqual(
      audit.map(({ action, actorType }) => [action, actorType]),
      [['report.submit', 'public']],
    );
    const events = await t.db.select().from(outboxEvents);
    assert.ok(events.some(({ type, payload }) => type === 'report.submitted' && payload.reportId === report.reportId));
    const [contact] = await t.db.select().from(contacts).where(eq(contacts.reportId, report.reportId));
    assert.ok(!contact!.ciphertext!.includes('994 50'));
    assert.equal(decrypt('contact', contact!.ciphertext!, report.reportId), '+994 50 000 00 00');
    assert.equal(decrypt('contact', contact!.ciphertext!, randomUUID()), null);
  });

  it('answers the same receipt to the same report, and 409 to the same id with other content', async () => {
    const report = told();
    const first = await submitReport(t.context(), report);
    const again = await submitReport(t.context(), { ...report, language: 'hy' });
    assert.deepEqual(again, { ...first, repeated: true });
    assert.equal(await t.db.$count(reports, eq(reports.id, report.reportId)), 1);
    await assert.rejects(submitReport(t.context(), { ...report, description: 'more' }), problem('content_differs'));
  });

  it('makes one row of two sendings at once', {
    skip: !onPostgres && 'races are asserted on PostgreSQL only',
  }, async () => {
    for (let i = 0; i < 10; i++) {
      const report = told();
      const sent = await Promise.all([1, 2, 3, 4].map(() => submitReport(t.context(), report)));
      assert.equal(new Set(sent.map(({ receiptCode }) => receiptCode)).size, 1);
      assert.equal(sent.filter(({ repeated }) => !repeated).length, 1);
      assert.equal(await t.db.$count(reports, eq(reports.id, report.reportId)), 1);
      assert.equal(await t.db.$count(locationClaims, eq(locationClaims.reportId, report.reportId)), 1);
    }
  });

  it('finds the place of a name, and refuses one that is unknown', async () => {
    const at = (placeId: string) =>
      told({ locations: [{ method: 'settlement_centroid', positionOf: 'event', placeId, placeName: 'Seysulan' }] });
    const report = at('test:seysulan');
    await submitReport(t.context(), report);
    const view = await getReport(t.context(moderator), report.reportId);
    const [claim] = view.claims;
    assert.deepEqual(claim!.geometry, { type: 'Point', coordinates: [46.985, 40.2464] });
    assert.deepEqual([claim!.uncertaintyMetres, claim!.placeNameAsGiven], [2000, 'Seysulan']);
    await assert.rejects(
      submitReport(t.context(), at('test:nowhere')),
      problem('invalid_input', { 'locations.0.placeId': 'place_unknown' }),
    );
  });

  it('takes a place in words only', async () => {
    const report = told({ locations: [{ method: 'text_only', positionOf: 'event', inputText: 'behind the mill' }] });
    await submitReport(t.context(), report);
    const { claims } = await getReport(t.context(moderator), report.reportId);
    assert.deepEqual([claims[0]!.geometry, claims[0]!.inputText], [null, 'behind the mill']);
  });

  it('refuses what the schema refuses, by field', async () => {
    await assert.rejects(
      submitReport(t.context(), told({ kind: 'gossip', victims: [{ sex: 'x' }] })),
      problem('invalid_input', { kind: 'kind_required', 'victims.0.sex': 'value_invalid' }),
    );
    await assert.rejects(submitReport(t.context(), null), problem('invalid_input'));
  });

  it('leaves imports to jobs and interviews to signed-in people', async () => {
    await assert.rejects(submitReport(t.context(), told({ channel: 'import' })), problem('forbidden'));
    await assert.rejects(submitReport(t.context(), told({ channel: 'interview' })), problem('forbidden'));
    const sent = await submitReport(t.context(job), told({ channel: 'import' }));
    assert.equal(sent.practice, true);
  });

  it('shows a report to moderators only, without its contact', async () => {
    const report = told({ contact: 'Anna, 555' });
    await submitReport(t.context(), report);
    await assert.rejects(getReport(t.context(), report.reportId), problem('not_signed_in'));
    const view = await getReport(t.context(moderator), report.reportId);
    assert.equal(view.hasContact, true);
    assert.ok(!JSON.stringify(view).includes('Anna'));
  });

  it('is followed and withdrawn by its receipt', async () => {
    const report = told({ contact: 'Anna, 555', description: 'near our house' });
    const { receiptCode, number } = await submitReport(t.context(), report);
    const shown = await followUp(t.context(), receiptCode.toLowerCase());
    assert.equal(shown.state, 'submitted');
    assert.ok(!JSON.stringify(shown).includes(`R-${number}`));
    for (const state of ['duplicate', 'superseded'] as const) {
      await t.db.update(reports).set({ state }).where(eq(reports.id, report.reportId));
      assert.equal((await followUp(t.context(), receiptCode)).state, 'under_assessment', 'no word of another report');
    }
    await assert.rejects(followUp(t.context(), 'AAAA'), problem('invalid_input'));
    await assert.rejects(followUp(t.context(), '0000-0000-0000-0000'), problem('not_found'));
    await withdrawReport(t.context(), receiptCode);
    await withdrawReport(t.context(), receiptCode);
    assert.equal((await followUp(t.context(), receiptCode)).state, 'withdrawn');
    const [contact] = await t.db.select().from(contacts).where(eq(contacts.reportId, report.reportId));
    assert.deepEqual([contact!.ciphertext, contact!.erasedAt === null], [null, false]);
    const view = await getReport(t.context(moderator), report.reportId);
    assert.deepEqual(
      [view.victims.length, view.claims.map((claim) => claim.inputText ?? claim.placeNameAsGiven ?? null)],
      [0, view.claims.map(() => null)],
    );
    assert.deepEqual([view.description, view.consent?.withdrawnAt === null], [null, false]);
    const actions = await t.db.select().from(auditEvents).where(eq(auditEvents.subjectId, report.reportId));
    assert.equal(actions.filter(({ action }) => action === 'report.withdraw').length, 1);
  });
});

describe('submitReport where real reports come in', () => {
  const t = testDatabase();
  before(async () => {
    await t.reset();
  });

  it('tells a stranger no number: two of them would count the reports between', async () => {
    const sent = { receiptCode: 'X', number: 7, practice: false, repeated: false };
    assert.ok(!('number' in toldToSender(t.context(), sent)));
    assert.deepEqual(toldToSender(t.context(moderator), sent), sent);
    assert.deepEqual(toldToSender(t.context(), { ...sent, practice: true }), { ...sent, practice: true });
  });

  it('refuses before there is an operator, while intake is off, and takes reports unstamped once it is on', async () => {
    await assert.rejects(submitReport(t.context(), told()), problem('intake_closed'));
    await createDeployment(t.context(job), { demonstration: false });
    await assert.rejects(submitReport(t.context(), told()), problem('intake_closed'));
    await t.db.update(deployment).set({
      intakeOpen: true,
      operator: 'Operator',
      jurisdiction: 'Nowhere',
      staffedHours: '9–18',
      emergencyNumbers: sql`'[{"country":"AZ","label":"","number":"102"}]'::jsonb`,
    });
    assert.equal((await submitReport(t.context(), told())).practice, false);
  });
});
