import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { organisations } from '../../drizzle/schema/accounts.ts';
import { getClue } from '../clues/get-clue.ts';
import { listSharedClues } from '../clues/list-clues.ts';
import type { Actor } from '../context.ts';
import { testDatabase } from '../db/testing.ts';
import { endZone } from '../deployment/zones/end-zone.ts';
import { markZone } from '../deployment/zones/mark-zone.ts';
import { acceptRecord } from '../records/decide-record.ts';
import { proposeRecord } from '../records/propose-record.ts';
import { reportFigures } from '../reports/report-figures.ts';
import { currentSurface } from '../risk/current-surface.ts';
import type { Audience } from '../risk/input.ts';
import { publishRisk } from '../risk/publish-risk.ts';
import { publishedSurface } from '../risk/published-surface.ts';
import { insertClue, seedForRisk, share } from '../risk/testing.ts';
import { makeUser } from '../triage/testing.ts';
import { downloadAggregates, downloadClues } from './download.ts';
import { organisationFiles, publicFiles } from './input.ts';

const at = (lng: number, lat: number) => ({ type: 'Point' as const, coordinates: [lng, lat] as [number, number] });
const [west, east, south, north] = [46.5, 46.53, 39.6, 39.63];
const ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]; // biome-ignore format: short
const zone = { name: 'Border', reason: 'x', area: JSON.stringify({ type: 'Polygon', coordinates: [ring] }) };
const inside = at(46.515, 39.615);
const outside = at(46.7, 39.8);

describe('what touches a sensitive zone', () => {
  const t = testDatabase();
  let people: { proposer: string; verifier: string };
  let [ngo, authority, moderator, administrator] = [] as unknown as [Actor, Actor, Actor, Actor];

  const publish = async (...audiences: Audience[]) => {
    for (const audience of audiences) await publishRisk(t.context(administrator, now()), audience);
  };
  // each a second later, all on one day
  let seconds = 0;
  const now = () => new Date(Date.UTC(2026, 0, 15, 8) + 1000 * ++seconds);
  const insert = async (wish: Partial<Parameters<typeof insertClue>[1]> = {}) => {
    const clue = await insertClue(t.db, { ...people, districtId: 'd', ...wish });
    await share(t.db, clue);
    return clue;
  };
  const mark = async () => (await markZone(t.context(administrator, now()), zone)).zoneId;
  const acceptedRecord = async () => {
    const { recordId } = await proposeRecord(t.context(await makeUser(t.db)), {
      ...{ documentId: 'Sketch 4', custody: 'Unit, archive', datum: 'wgs84', referenceText: '39.61500, 46.53100' },
      ...{ shape: 'polygon', tied: false, legsText: '0 400\n90 400\n180 400', declinationDegrees: 0 },
      ...{ bearingErrorDegrees: 0, distanceErrorMetres: 5, residualMetres: 200, audience: 'organisations' },
    });
    await acceptRecord(t.context(moderator), { recordId, version: 1 });
  };
  /** All that an audience is given in batches and files; without the release's number, which only counts on. */
  const given = async (actor?: Actor) => {
    const ctx = t.context(actor);
    const { body } = (actor ? await publishedSurface(ctx, 'organisation') : await publishedSurface(ctx, 'public'))!;
    const files = actor
      ? await Promise.all(organisationFiles.map((file) => downloadClues(ctx, { file })))
      : await Promise.all(publicFiles.map((file) => downloadAggregates(ctx, { file })));
    const texts = files.map(({ body }) =>
      body.replaceAll(/"release":\d+|release:? \d+|,\d+(?=,0,"?For the|,"?CC BY)/g, ''),
    );
    return { body, texts };
  };

  beforeEach(async () => {
    await t.reset();
    people = await seedForRisk(t.db);
    const of = async (kind: 'ngo' | 'mine_action_authority') => {
      const [one] = await t.db.insert(organisations).values({ name: kind, kind }).returning();
      return makeUser(t.db, 'organisation', one!.id);
    };
    ngo = await of('ngo');
    authority = await of('mine_action_authority');
    moderator = await makeUser(t.db);
    administrator = await makeUser(t.db, 'administrator');
    await insert({ geometry: outside });
  });

  it('is not there for public and organisations: no release differs from one without it', async () => {
    const zoneId = await mark();
    await publish('public', 'organisation');
    const [open, agreed] = [await given(), await given(ngo)];
    for (const wish of [
      { geometry: inside },
      { geometry: inside },
      // its error reaches in, its point does not
      { geometry: at(46.54, 39.615), uncertaintyMetres: 1500, precisionClass: 'C' as const },
    ])
      await insert(wish);
    // kept from organisations too, so that only its square would show
    await insertClue(t.db, { ...people, geometry: inside });
    await acceptedRecord();
    await publish('public', 'organisation');
    assert.deepEqual(await given(), open);
    assert.deepEqual(await given(ngo), agreed);
    await endZone(t.context(administrator, now()), { zoneId, version: 1, reason: 'Over.' });
    await publish('public', 'organisation');
    assert.notDeepEqual(await given(), open, 'without the zone it shows');
    assert.notDeepEqual(await given(ngo), agreed);
  });

  it('hides a minefield record that organisations may read, and tells the authority its square', async () => {
    await acceptedRecord();
    await mark();
    await publish('organisation');
    const body = async (actor: Actor) => (await publishedSurface(t.context(actor), 'organisation'))!.body;
    assert.deepEqual((await body(ngo)).squares, []);
    assert.doesNotMatch(JSON.stringify((await body(ngo)).shapes.states), /recorded_hazard/);
    assert.ok((await body(authority)).sensitive!.length > 0);
  });

  it('is hidden at once where it is read directly, and shown again by the next batch only', async () => {
    const clue = await insert({ geometry: inside });
    await publish('organisation');
    const ids = async (actor: Actor) => (await listSharedClues(t.context(actor))).map(({ id }) => id);
    assert.ok((await ids(ngo)).includes(clue.exportId));
    const zoneId = await mark();
    assert.ok(!(await ids(ngo)).includes(clue.exportId));
    await assert.rejects(getClue(t.context(ngo), clue.exportId), { code: 'not_found' });
    assert.ok(!(await downloadClues(t.context(ngo), { file: 'clues.geojson' })).body.includes(clue.exportId));
    await endZone(t.context(administrator, now()), { zoneId, version: 1, reason: 'Over.' });
    await assert.rejects(getClue(t.context(ngo), clue.exportId), { code: 'not_found' });
    assert.ok(!(await ids(ngo)).includes(clue.exportId), 'not before the batch');
    await publish('organisation');
    assert.ok((await ids(ngo)).includes(clue.exportId));
    assert.equal((await getClue(t.context(ngo), clue.exportId)).audience, 'organisation');
  });

  it('is read by the authority and by moderators in full', async () => {
    const clue = await insert({ geometry: inside });
    await mark();
    await publish('organisation');
    const view = await getClue(t.context(authority), clue.exportId);
    assert.ok(view.audience === 'authority');
    assert.deepEqual(view.geometry, inside);
    const csv = await downloadClues(t.context(authority), { file: 'clues.csv' });
    assert.ok(csv.body.includes(clue.exportId));
    const squares = async (actor: Actor) => (await publishedSurface(t.context(actor), 'organisation'))!.body.sensitive;
    assert.ok((await squares(authority))!.length > 0);
    assert.equal(await squares(ngo), undefined);
    const seen = await getClue(t.context(moderator), clue.id);
    assert.ok(seen.audience === 'moderator' && seen.sensitive);
    assert.deepEqual([seen.seenBy.publicSquares, seen.seenBy.public, seen.seenBy.organisation], [[], null, null]);
    assert.deepEqual(seen.seenBy.authority?.geometry, inside);
    const live = await currentSurface(t.context(moderator));
    assert.ok(live?.clues.some(({ id }) => id === clue.id));
  });

  it('is in none of the home page’s figures', async () => {
    const figures = () => reportFigures(t.context(), new Date());
    for (let n = 0; n < 9; n++) await insert({ geometry: outside });
    assert.deepEqual(await figures(), { received: 10, verified: 10, waiting: 0 });
    for (let n = 0; n < 10; n++) await insert({ geometry: inside });
    assert.deepEqual(await figures(), { received: 20, verified: 20, waiting: 0 });
    await mark();
    assert.deepEqual(await figures(), { received: 10, verified: 10, waiting: 0 });
  });
});
