import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { before, describe, it } from 'node:test';
import { and, eq } from 'drizzle-orm';
import { auditEvents } from '../../../drizzle/schema/audit.ts';
import { evidenceItems } from '../../../drizzle/schema/evidence.ts';
import { reportPhotos } from '../../../drizzle/schema/media.ts';
import { clueCases, fails } from '../../clues/testing.ts';
import { assessReport } from '../assess-report.ts';
import { assignToIncident } from '../assign-to-incident.ts';
import { getIncident } from '../get-incident.ts';
import { mergeIncidents } from '../incidents/merge-incidents.ts';
import { undoIncidentEvent } from '../incidents/undo-incident-event.ts';
import { makeReport, makeUser } from '../testing.ts';
import { addEvidenceItem, tieEvidence, untieEvidence, withdrawEvidenceItem } from './change-evidence.ts';

describe('a piece of evidence beside the reports', () => {
  const cases = clueCases();
  const { t } = cases;
  before(async () => {
    await t.reset();
    await cases.start();
  });
  const statement = (incidentId: string, more: Record<string, unknown> = {}) => ({
    incidentId,
    kind: 'official_statement',
    summary: 'The agency names the place and the day.',
    locatedMetres: 100,
    detonationAttested: true,
    sourceReliability: 'B',
    infoCredibility: '2',
    sourceClass: 'official',
    independenceGroup: 'agency',
    consent: 'published',
    ...more,
  });
  const ledger = async (incidentId: string) => (await getIncident(t.context(cases.first), incidentId)).items;

  it('stands in the ledger with its own grade and class, and whoever recorded it has graded', async () => {
    const { incidentId } = await cases.graded();
    const { number } = await addEvidenceItem(t.context(cases.second), statement(incidentId));
    const [, item] = await ledger(incidentId);
    assert.equal(item?.ref, `E-${number}`);
    assert.deepEqual([item?.evidenceClass, item?.evidenceReason], ['direct', 'statement_located']);
    assert.deepEqual([item?.sourceReliability, item?.infoCredibility], ['B', '2']);
    const { graders } = await getIncident(t.context(cases.first), incidentId);
    assert.deepEqual(graders.toSorted(), [cases.first.userId, cases.second.userId].toSorted());
    const trail = and(eq(auditEvents.subjectId, incidentId), eq(auditEvents.action, 'evidence.add'));
    const [row] = await t.db.select().from(auditEvents).where(trail);
    assert.equal(row?.actorId, cases.second.userId);
    assert.ok(!JSON.stringify(row).includes('agency names'), 'its words stay out of the trail');
  });

  it('posted twice by one form stands once, a replacement too', async () => {
    const { incidentId } = await cases.graded();
    const by = t.context(cases.first);
    const sent = statement(incidentId, { id: randomUUID() });
    const made = await addEvidenceItem(by, sent);
    assert.deepEqual(await addEvidenceItem(by, sent), made);
    const newer = statement(incidentId, { id: randomUUID(), supersedesId: made.itemId, reason: 'Another day.' });
    assert.deepEqual(await addEvidenceItem(by, newer), await addEvidenceItem(by, newer));
    assert.equal((await ledger(incidentId)).length, 2);
    await assert.rejects(addEvidenceItem(t.context(cases.second), sent), fails('content_differs'));
  });

  it('is replaced or withdrawn with a reason; the old one stays on record', async () => {
    const { incidentId } = await cases.graded();
    const by = t.context(cases.first);
    const { itemId } = await addEvidenceItem(by, statement(incidentId));
    const again = statement(incidentId, { supersedesId: itemId, infoCredibility: '4' });
    await assert.rejects(addEvidenceItem(by, again), fails('invalid_input'));
    const newer = await addEvidenceItem(by, { ...again, reason: 'The agency corrected the day.' });
    await assert.rejects(addEvidenceItem(by, { ...again, reason: 'Late.' }), fails('stale_version'));
    assert.deepEqual((await ledger(incidentId)).map(({ ref }) => ref).at(-1), `E-${newer.number}`);
    const [old] = await t.db.select().from(evidenceItems).where(eq(evidenceItems.id, itemId));
    assert.deepEqual([old?.infoCredibility, old?.supersededReason], ['2', 'The agency corrected the day.']);
    await withdrawEvidenceItem(by, { incidentId, itemId: newer.itemId, reason: 'Another village.' });
    assert.equal((await ledger(incidentId)).length, 1);
    const gone = withdrawEvidenceItem(by, { incidentId, itemId: newer.itemId, reason: 'x' });
    await assert.rejects(gone, fails('stale_version'));
  });

  it('is refused to others, to submitters, and without what it needs', async () => {
    const { incidentId } = await cases.graded({ submittedBy: cases.third.userId });
    for (const role of ['organisation', 'administrator'] as const)
      await assert.rejects(
        addEvidenceItem(t.context(await makeUser(t.db, role)), statement(incidentId)),
        fails('forbidden'),
      );
    await assert.rejects(addEvidenceItem(t.context(), statement(incidentId)), fails('not_signed_in'));
    await assert.rejects(addEvidenceItem(t.context(cases.third), statement(incidentId)), fails('same_person'));
    const by = t.context(cases.first);
    const { number } = await addEvidenceItem(by, statement(incidentId));
    const [report] = await ledger(incidentId);
    const tie = { incidentId, kind: 'relatives', one: report!.ref, other: `E-${number}`, reason: 'Two brothers.' };
    const { tieId } = await tieEvidence(by, tie);
    const untie = { incidentId, tieId, reason: 'My report stands alone.' };
    await assert.rejects(untieEvidence(t.context(cases.third), untie), fails('same_person'));
    await assert.rejects(addEvidenceItem(by, statement(incidentId, { summary: ' ' })), fails('invalid_input'));
    await assert.rejects(addEvidenceItem(by, statement(incidentId, { consent: '' })), fails('invalid_input'));
    const nowhere = statement('00000000-0000-4000-8000-000000000000');
    await assert.rejects(addEvidenceItem(by, nowhere), fails('not_found'));
  });

  it('corroborates a sighting over a chain of its own, unless the two are tied', async () => {
    const by = t.context(cases.first);
    const told = { kind: 'hazard_sighting', knowledgeBasis: 'own_observation' } as const;
    const { incidentId } = await cases.graded(told, { independenceGroup: 'herder' });
    assert.equal((await ledger(incidentId))[0]?.evidenceClass, 'indirect');
    await addEvidenceItem(by, statement(incidentId, { kind: 'call_back', independenceGroup: 'neighbour' }));
    const [report, call] = await ledger(incidentId);
    assert.deepEqual([report?.evidenceClass, report?.evidenceReason], ['direct', 'sighting_corroborated']);
    const tie = { incidentId, kind: 'relatives', one: report!.ref, other: call!.ref, reason: 'Two brothers.' };
    await assert.rejects(tieEvidence(by, { ...tie, other: 'R-99999' }), fails('invalid_input'));
    const { tieId } = await tieEvidence(by, tie);
    await assert.rejects(tieEvidence(by, { ...tie, one: tie.other, other: tie.one }), fails('already_done'));
    const tied = await ledger(incidentId);
    assert.equal(tied[0]?.evidenceClass, 'indirect');
    assert.equal(tied[0]?.independenceGroup, tied[1]?.independenceGroup);
    await untieEvidence(by, { incidentId, tieId, reason: 'Namesakes only.' });
    await assert.rejects(untieEvidence(by, { incidentId, tieId, reason: 'x' }), fails('not_found'));
    assert.equal((await ledger(incidentId))[0]?.evidenceClass, 'direct');
  });

  it('comes along when its incident is merged, and goes back when that is undone', async () => {
    const by = t.context(cases.first);
    const [one, other] = [await cases.graded(), await cases.graded()];
    const { number } = await addEvidenceItem(by, statement(other.incidentId));
    const version = async (id: string) => (await getIncident(by, id)).version;
    const merge = {
      intoId: one.incidentId,
      intoVersion: await version(one.incidentId),
      fromId: other.incidentId,
      fromVersion: await version(other.incidentId),
      reason: 'One blast.',
    };
    const merged = await mergeIncidents(by, merge);
    assert.ok((await ledger(one.incidentId)).some(({ ref }) => ref === `E-${number}`));
    await undoIncidentEvent(by, {
      eventId: merged.eventId,
      version: await version(one.incidentId),
      reason: 'Two blasts.',
    });
    assert.equal((await ledger(one.incidentId)).length, 1);
    assert.equal((await ledger(other.incidentId)).length, 2);
  });

  it('counts one forwarded photo once, whichever reports carry it', async () => {
    const by = t.context(cases.first);
    const { id, incidentId } = await cases.graded({}, { independenceGroup: 'driver' });
    const other = await makeReport(t.db);
    await assignToIncident(by, { reportId: other, incidentId, version: 1 });
    const grade = { sourceReliability: 'C', infoCredibility: '2', sourceClass: 'individual' };
    await assessReport(by, { reportId: other, version: 2, ...grade, independenceGroup: 'herder' });
    const chains = async () =>
      new Set((await ledger(incidentId)).map(({ independenceGroup }) => independenceGroup)).size;
    assert.equal(await chains(), 2);
    const photo = { position: 0, sha256: '00', width: 9, height: 9, bytes: 9, createdAt: new Date() };
    await t.db.insert(reportPhotos).values([
      { ...photo, draftId: id, reportId: id, perceptualHash: 1234567n },
      { ...photo, draftId: other, reportId: other, perceptualHash: 1234566n },
    ]);
    assert.equal(await chains(), 1);
  });

  it('keeps a media repeat a repeat', async () => {
    const by = t.context(cases.first);
    const { id, incidentId } = await cases.graded({}, { independenceGroup: 'agency', sourceClass: 'official' });
    const media = await makeReport(t.db, { channel: 'import', publisher: 'example.org' });
    await assignToIncident(by, { reportId: media, incidentId, version: 1 });
    const grade = { sourceReliability: 'C', infoCredibility: '2', sourceClass: 'media', independenceGroup: 'agency' };
    await assessReport(by, { reportId: media, version: 2, ...grade });
    const items = await ledger(incidentId);
    assert.equal(items.find((one) => one.id === media)?.evidenceClass, 'none');
    assert.equal(items.find((one) => one.id === id)?.evidenceClass, 'direct');
  });
});
