import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { assignToIncident } from '../triage/assign-to-incident.ts';
import { addEvidenceItem } from '../triage/evidence-items/change-evidence.ts';
import { mergeIncidents } from '../triage/incidents/merge-incidents.ts';
import { undoIncidentEvent } from '../triage/incidents/undo-incident-event.ts';
import { loadIncident } from '../triage/store.ts';
import { makeReport } from '../triage/testing.ts';
import { getClue } from './get-clue.ts';
import { sharedClueIds } from './shared-clue-ids.ts';
import { clueCases } from './testing.ts';

describe('what a clue rests on', () => {
  const cases = clueCases();
  const { t } = cases;
  before(async () => {
    await t.reset();
    await cases.start();
  });
  const leaves = async (clueId: string) =>
    (await sharedClueIds(t.context({ type: 'job', name: 'test' }), [clueId])).either.has(clueId);
  const versionOf = async (id: string) => (await loadIncident(t.context(cases.first), id))!.version;
  const reviewOnly = (incidentId: string) =>
    addEvidenceItem(t.context(cases.third), {
      incidentId,
      kind: 'call_back',
      summary: 'Told on the telephone.',
      sourceReliability: 'C',
      infoCredibility: '2',
      sourceClass: 'individual',
      consent: 'review_only',
    });

  it('keeps it here when one piece is for review only', async () => {
    const { incidentId, clueId } = await cases.proposed({ shareWithNgos: true });
    assert.ok(await leaves(clueId));
    await reviewOnly(incidentId);
    assert.ok(!(await leaves(clueId)));
  });

  it('keeps it here when that piece came along with a merged incident, until that is undone', async () => {
    const { incidentId, clueId } = await cases.proposed({ shareWithNgos: true });
    const other = await cases.graded({ shareWithNgos: true });
    await reviewOnly(other.incidentId);
    const by = t.context(cases.first);
    const merged = await mergeIncidents(by, {
      intoId: incidentId,
      intoVersion: await versionOf(incidentId),
      fromId: other.incidentId,
      fromVersion: await versionOf(other.incidentId),
      reason: 'One blast.',
    });
    assert.ok(!(await leaves(clueId)));
    await undoIncidentEvent(by, { eventId: merged.eventId, version: merged.version, reason: 'Two after all.' });
    assert.ok(await leaves(clueId));
  });

  it('names a publisher and a place to the public only where every report was published before', async () => {
    const media = { channel: 'import', publisher: 'example.org' } as const;
    const { incidentId, clueId } = await cases.proposed(media, { sourceClass: 'media' });
    const seen = async () => {
      const clue = await getClue(t.context(cases.second), clueId);
      assert.ok(clue.audience === 'moderator');
      return clue.seenBy.public;
    };
    assert.equal((await seen())?.publishers[0]?.publisher, 'example.org');
    const reportId = await makeReport(t.db);
    await assignToIncident(t.context(cases.first), { reportId, incidentId, version: 1 });
    assert.equal(await seen(), null);
  });
});
