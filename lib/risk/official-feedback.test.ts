import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { officialFeedback } from '../../drizzle/schema/feedback.ts';
import { testDatabase } from '../db/testing.ts';
import { computeRisk } from './compute-risk.ts';
import { currentSurface } from './current-surface.ts';
import { findOfficial } from './find-official.ts';
import { reliabilityOf, riskClueOf, typeKey } from './rules.ts';
import { findVerifiedClues } from './store.ts';
import { freshId, insertClue, job, seedForRisk, userActor } from './testing.ts';

const ring: [number, number][] = [
  [46.68, 39.78],
  [46.72, 39.78],
  [46.72, 39.82],
  [46.68, 39.82],
  [46.68, 39.78],
];

describe('the danger layer and official feedback', () => {
  const t = testDatabase();
  let people: { proposer: string; verifier: string };
  let clueId = '';
  before(async () => {
    await t.reset();
    people = await seedForRisk(t.db);
    clueId = (await insertClue(t.db, people)).id;
  });
  const feedback = (more: Partial<typeof officialFeedback.$inferInsert>) =>
    t.db.insert(officialFeedback).values({
      ...{ clueId, authority: 'Agency', document: 'D', method: 'clearance', outcome: 'cleared' },
      ...{ carriedOutOn: '2024-01-01', coverage: 1, counted: false, recordedAt: new Date() },
      ...{ clueKind: 'human_accident', precisionClass: 'A', infoCredibility: '2', recordedBy: people.proposer },
      surveyed: { type: 'Polygon', coordinates: [ring] },
      ...more,
    });
  const confirmed = () => ({ state: 'confirmed' as const, confirmedBy: people.verifier });
  const states = async () =>
    (await currentSurface(t.context(userActor(freshId(), 'moderator'))))!.states.map(({ state }) => state);

  it('waits for the second person', async () => {
    const before = await computeRisk(t.context(job));
    await feedback({});
    assert.equal((await computeRisk(t.context(job)))?.number, before?.number);
    assert.deepEqual(await states(), []);
  });

  it('lets what found nothing judge the type of evidence and release nothing', async () => {
    await feedback({ ...confirmed(), outcome: 'not_found', counted: true });
    await computeRisk(t.context(job));
    assert.ok(!(await states()).includes('released'));
    const { judged, clearances } = await findOfficial(t.db, false);
    assert.equal(clearances[0]?.releases, false);
    const [clue] = await findVerifiedClues(t.db, false);
    assert.deepEqual(judged.get(typeKey(clue!)), { confirmed: 0, judged: 1 });
    assert.ok(riskClueOf(clue!, 20_000, judged).reliability < reliabilityOf('2'));
    const other = { ...clue!, precisionClass: 'B' as const };
    assert.equal(riskClueOf(other, 20_000, judged).reliability, reliabilityOf('2'), 'another type is not judged');
  });

  it('draws a cleared polygon as released, and takes it back with the feedback', async () => {
    await feedback(confirmed());
    await computeRisk(t.context(job));
    assert.ok((await states()).includes('released'));
    await t.db.update(officialFeedback).set({ state: 'withdrawn' });
    await computeRisk(t.context(job));
    assert.deepEqual(await states(), []);
  });

  it('leaves a real layer alone with practice', async () => {
    const before = await computeRisk(t.context(job));
    const practice = await insertClue(t.db, { ...people, practice: true });
    await feedback({ ...confirmed(), clueId: practice.id });
    assert.equal((await computeRisk(t.context(job)))?.number, before?.number);
  });
});
