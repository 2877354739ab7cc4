import assert from 'node:assert/strict';
import { before, beforeEach, describe, it } from 'node:test';
import { eq } from 'drizzle-orm';
import { clues } from '../../../drizzle/schema/clues.ts';
import { officialFeedback } from '../../../drizzle/schema/feedback.ts';
import type { Actor } from '../../context.ts';
import { testDatabase } from '../../db/testing.ts';
import { squareOf } from '../../geo/squares.ts';
import { publishRisk } from '../publish-risk.ts';
import { publishedSurface } from '../published-surface.ts';
import { insertClue, job, member, seedForRisk, share } from '../testing.ts';

// one square of 5 km holds the polygon; the strike lies in another corner of it
const at = { lng: 46.7, lat: 39.8 };
const [w, e, s, n] = [46.699, 46.701, 39.799, 39.801];
const ring: [number, number][] = [[w, s], [e, s], [e, n], [w, n], [w, s]]; // biome-ignore format: short
const far = { lng: 46.708, lat: 39.794 };

describe('land that its authority released', () => {
  const t = testDatabase();
  let people: { proposer: string; verifier: string };
  let reader: Actor;
  let clueId = '';
  before(async () => {
    await t.reset();
    people = await seedForRisk(t.db);
    const clue = await insertClue(t.db, people);
    clueId = clue.id;
    await share(t.db, clue);
    reader = await member(t.db);
    assert.equal(squareOf(far), squareOf(at));
  });
  beforeEach(async () => {
    await t.db.delete(officialFeedback);
    await t.db.update(clues).set({ state: 'withdrawn' }).where(eq(clues.kind, 'animal_accident'));
  });
  const feedback = async (more: Partial<typeof officialFeedback.$inferInsert> = {}) => {
    const [row] = await t.db
      .insert(officialFeedback)
      .values({
        ...{ clueId, authority: 'Agency', document: 'D-7', method: 'clearance', outcome: 'cleared' },
        ...{ carriedOutOn: '2024-01-01', coverage: 1, counted: false, recordedAt: new Date(), note: 'a farm' },
        ...{ clueKind: 'human_accident', precisionClass: 'A', infoCredibility: '2', recordedBy: people.proposer },
        ...{ surveyed: { type: 'Polygon', coordinates: [ring] }, state: 'confirmed', confirmedBy: people.verifier },
        ...more,
      })
      .returning({ id: officialFeedback.id });
    return row!.id;
  };
  const strike = (day: string) =>
    insertClue(t.db, {
      ...{ ...people, kind: 'animal_accident', geometry: { type: 'Point', coordinates: [far.lng, far.lat] } },
      ...{ dateStart: day, dateEnd: day, dateReported: day },
    });
  const publish = async (...audiences: ('public' | 'organisation')[]) => {
    for (const audience of audiences) await publishRisk(t.context(job), audience);
  };
  const released = async () => [
    (await publishedSurface(t.context(), 'public'))!.body.released,
    (await publishedSurface(t.context(reader), 'organisation'))!.body.released,
  ];

  it('is in the batches with authority, day and outline, and takes no danger off the map', async () => {
    await publish('public', 'organisation');
    assert.deepEqual(await released(), [[], []]);
    const before = (await publishedSurface(t.context(), 'public'))!.body.squares;
    await feedback();
    assert.deepEqual(await released(), [[], []], 'not before the batch');
    await publish('public', 'organisation');
    const land = [{ authority: 'Agency', date: '2024-01-01', geometry: { type: 'Polygon', coordinates: [ring] } }];
    assert.deepEqual(await released(), [land, land], 'no id, document, method or note');
    assert.deepEqual((await publishedSurface(t.context(), 'public'))!.body.squares, before);
    const { shapes } = (await publishedSurface(t.context(reader), 'organisation'))!.body;
    assert.ok(!shapes.states.some(({ state }) => state === 'released'), 'each cell keeps its colour or hatch below');
  });

  it('needs the second person, a method that clears, and an outcome that releases', async () => {
    await feedback({ state: 'recorded', confirmedBy: null });
    await feedback({ method: 'non_technical_survey' });
    await feedback({ outcome: 'not_found', counted: true });
    await publish('public', 'organisation');
    assert.deepEqual(await released(), [[], []]);
  });

  it('is drawn no longer once the release was taken back, at once', async () => {
    const id = await feedback();
    await publish('public', 'organisation');
    await t.db.update(officialFeedback).set({ state: 'withdrawn' }).where(eq(officialFeedback.id, id));
    assert.deepEqual(await released(), [[], []]);
  });

  it('is opened again by what may be later than the release, anywhere in its squares, and not by what was before', async () => {
    await feedback();
    await strike('2023-06-01');
    await publish('public', 'organisation');
    assert.deepEqual(
      (await released()).map((land) => land?.length),
      [1, 1],
    );
    await strike('2024-02-01');
    // kept from organisations: they are told no sooner than the public
    await publish('organisation');
    assert.deepEqual(
      (await released()).map((land) => land?.length),
      [1, 1],
    );
    await publish('public', 'organisation');
    assert.deepEqual(await released(), [[], []]);
    await feedback({ carriedOutOn: '2025-01-01' });
    await publish('public', 'organisation');
    assert.deepEqual(
      (await released()).map((land) => land?.map(({ date }) => date)),
      [['2025-01-01'], ['2025-01-01']],
    );
  });

  it('two releases tell the square of a later strike at most: where in it makes no difference', async () => {
    await feedback();
    const bodies = [];
    for (const { lng, lat } of [at, far]) {
      const [made] = [await strike('2024-02-01')];
      await t.db
        .update(clues)
        .set({ geometry: { type: 'Point', coordinates: [lng, lat] } })
        .where(eq(clues.id, made.id));
      await publish('public');
      bodies.push((await publishedSurface(t.context(), 'public'))!.body);
      await t.db.update(clues).set({ state: 'withdrawn' }).where(eq(clues.id, made.id));
    }
    assert.deepEqual(bodies[0], bodies[1]);
  });
});
