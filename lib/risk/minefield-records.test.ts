import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { UserActor } from '../context.ts';
import { testDatabase } from '../db/testing.ts';
import { acceptRecord, withdrawRecord } from '../records/decide-record.ts';
import { getRecord } from '../records/get-record.ts';
import { proposeRecord } from '../records/propose-record.ts';
import { makeUser } from '../triage/testing.ts';
import { computeRisk } from './compute-risk.ts';
import { currentSurface } from './current-surface.ts';
import { explainPlace } from './explain-place.ts';
import { publishRisk } from './publish-risk.ts';
import { publishedSurface } from './published-surface.ts';
import { insertClue, job, seedForRisk } from './testing.ts';

const told = {
  ...{ documentId: 'Sketch 4', custody: 'Unit, archive', datum: 'wgs84', referenceText: '39.80000, 46.70000' },
  ...{ shape: 'polygon', tied: false, legsText: '0 400\n90 400\n180 400', declinationDegrees: 0 },
  ...{ bearingErrorDegrees: 0, distanceErrorMetres: 5, residualMetres: 20, laidFrom: '1993', audience: 'moderators' },
};

describe('an accepted minefield record', () => {
  const t = testDatabase();
  let people: { proposer: string; verifier: string };
  let [one, two] = [] as unknown as [UserActor, UserActor];
  before(async () => {
    await t.reset();
    people = await seedForRisk(t.db);
    one = await makeUser(t.db);
    two = await makeUser(t.db);
  });
  const asJob = () => t.context(job);
  const states = async () => JSON.stringify((await currentSurface(t.context(one)))?.states ?? []);

  it('is recorded hazard in the layer from its acceptance to its withdrawal, at every audience’s own fineness', async () => {
    const { recordId } = await proposeRecord(t.context(one), told);
    const empty = await computeRisk(asJob());
    assert.doesNotMatch(await states(), /recorded_hazard/, 'a proposal draws nothing');
    await acceptRecord(t.context(two), { recordId, version: 1 });
    const drawn = await computeRisk(asJob());
    assert.notEqual(drawn?.inputDigest, empty?.inputDigest);
    assert.equal(drawn?.clueCount, 0, 'it is no clue');
    assert.match(await states(), /recorded_hazard/);
    const why = await explainPlace(t.context(one), { lng: 46.702, lat: 39.802 });
    assert.deepEqual([why?.state, why?.clues, why?.rest.count], ['recorded_hazard', [], 1]);
    await publishRisk(asJob(), 'public');
    await publishRisk(asJob(), 'organisation');
    const open = JSON.stringify(await publishedSurface(t.context(), 'public'));
    assert.match(open, /"squares":\[[^\]]+\]/, 'the public is warned, coarsely');
    assert.doesNotMatch(open, /recorded_hazard|Sketch/);
    const body = async () => (await publishedSurface(t.context(one), 'organisation'))!.body;
    const [kept, second] = [await body(), await proposeRecord(t.context(one), { ...told, audience: 'organisations' })];
    assert.doesNotMatch(JSON.stringify(kept.shapes.states), /recorded_hazard/, 'kept from organisations');
    assert.ok(kept.squares.length > 0, 'but not hidden as danger');
    await withdrawRecord(t.context(one), { recordId, version: 2, reason: 'A forgery.' });
    await acceptRecord(t.context(two), { recordId: second.recordId, version: 1 });
    await computeRisk(asJob());
    await publishRisk(asJob(), 'public');
    await publishRisk(asJob(), 'organisation');
    const shared = await body();
    assert.match(JSON.stringify(shared.shapes.states), /recorded_hazard/, 'shared with organisations');
    assert.deepEqual(shared.squares, []);
    await withdrawRecord(t.context(one), { recordId: second.recordId, version: 2, reason: 'A forgery.' });
    await computeRisk(asJob());
    assert.doesNotMatch(await states(), /recorded_hazard/);
  });

  it('is tested against finds and strikes: inside, outside, or the errors leave it open', async () => {
    const { recordId, errors } = await proposeRecord(t.context(one), told);
    assert.equal(errors.total, 45, '10 m coordinate, 15 m legs, 20 m residual');
    const at = (lng: number, lat: number) => ({ type: 'Point' as const, coordinates: [lng, lat] as [number, number] });
    const strike = (lng: number, lat: number, uncertaintyMetres: number, more: object = {}) =>
      insertClue(t.db, { ...people, geometry: at(lng, lat), uncertaintyMetres, ...more });
    const inside = await strike(46.7023, 39.8018, 30);
    const outside = await strike(46.71, 39.8018, 50);
    const border = await strike(46.7, 39.8018, 60);
    const vague = await strike(46.7023, 39.8018, 900);
    await strike(46.75, 39.8018, 50);
    await strike(46.7023, 39.8018, 30, { dateStart: '1992-05-01', dateEnd: '1992-05-01' });
    await strike(46.7023, 39.8018, 30, { kind: 'fence' });
    await strike(46.7023, 39.8018, 30, { state: 'proposed', verifiedBy: null, verifiedAt: null });
    const { tests, widened } = await getRecord(t.context(two), recordId);
    const verdicts = new Map(tests.map(({ id, verdict }) => [id, verdict]));
    const idOf = (clue: unknown) => (typeof clue === 'string' ? clue : (clue as { id: string }).id);
    assert.deepEqual(
      [inside, outside, border, vague].map((clue) => verdicts.get(idOf(clue))),
      ['inside', 'outside', 'untestable', 'untestable'],
    );
    assert.equal(tests.length, 4, 'far, earlier, no event and unverified are left out');
    assert.equal(widened.type, 'Polygon');
    const far = tests.find(({ id }) => id === idOf(outside))!;
    assert.ok(far.distanceMetres > 400 && far.distanceMetres < 500, String(far.distanceMetres));
  });
});
