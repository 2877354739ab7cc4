import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { demonstrationPlaces } from '../../drizzle/demonstration/read-places.ts';
import { testDatabase } from '../db/testing.ts';
import { importPlaces } from '../places/import-places.ts';
import { explainPlace } from './explain-place.ts';
import { listQuestions } from './list-questions.ts';
import { freshId, insertClue, job, seedForRisk, userActor } from './testing.ts';

describe('why here, and where to ask next', () => {
  const t = testDatabase();
  const moderator = userActor(freshId(), 'moderator');
  let people: { proposer: string; verifier: string };
  let first = '';
  before(async () => {
    await t.reset();
    people = await seedForRisk(t.db);
    for (const [i, lng] of [46.7, 46.701, 46.72, 46.74, 46.76, 46.78, 46.8].entries()) {
      const geometry = { type: 'Point' as const, coordinates: [lng, 39.8] as [number, number] };
      const clue = await insertClue(t.db, {
        ...people,
        geometry,
        dateStart: `201${i}-05-01`,
        dateEnd: `201${i}-05-01`,
      });
      if (i === 0) first = clue.id;
    }
  });

  it('names the clues by their shares, which sum to the whole with the rest and the floor', async () => {
    const why = await explainPlace(t.context(moderator), { lng: 46.7, lat: 39.8 });
    assert.ok(why && why.clues.length === 5 && why.rest.count === 2 && why.state === 'evidence');
    const sum = why.floorShare + why.rest.share + why.clues.reduce((total, { share }) => total + share, 0);
    assert.ok(Math.abs(sum - 1) < 1e-9);
    assert.ok(why.clues.slice(0, 2).some(({ id }) => id === first));
    assert.equal(await explainPlace(t.context(moderator), { lng: 10, lat: 50 }), null);
  });

  it('is refused to everybody but moderators', async () => {
    const here = { lng: 46.7, lat: 39.8 };
    await assert.rejects(explainPlace(t.context(), here), { code: 'not_signed_in' });
    for (const role of ['organisation', 'administrator'] as const) {
      await assert.rejects(explainPlace(t.context(userActor(freshId(), role)), here), { code: 'forbidden' });
      await assert.rejects(listQuestions(t.context(userActor(freshId(), role)), 'en'), { code: 'forbidden' });
    }
  });

  it('lists settlements once each, in the same order every time', async () => {
    await importPlaces(t.context(job), demonstrationPlaces());
    const one = await listQuestions(t.context(moderator), 'en');
    assert.ok(one.length > 3 && one.every(({ rank, why }, i) => rank === i + 1 && why.ignorance > 0));
    assert.equal(new Set(one.map(({ place, district }) => `${place} ${district}`)).size, one.length);
    assert.deepEqual(await listQuestions(t.context(moderator), 'en'), one);
  });
});
