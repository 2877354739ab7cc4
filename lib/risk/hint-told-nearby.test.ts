import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { before, describe, it } from 'node:test';
import { testDatabase } from '../db/testing.ts';
import { squareCentre, squareOf } from '../geo/squares.ts';
import { makeReport, point } from '../triage/testing.ts';
import { hintToldNearby } from './hint-told-nearby.ts';
import { publishRisk } from './publish-risk.ts';
import { insertClue, job, seedForRisk } from './testing.ts';

const told = (lng: number, lat: number) => ({
  reportId: randomUUID(),
  channel: 'form',
  language: 'en',
  kind: 'hazard_sighting',
  locations: [{ method: 'map_pin', positionOf: 'event', geometry: point(lng, lat), uncertaintyMetres: 60 }],
  consent: { shareWithAuthorities: false, shareWithNgos: false, contactMe: false, photoUse: false, guardian: false },
});

describe('the hint to a reporter that something near is known', () => {
  const t = testDatabase();
  before(async () => {
    await t.reset();
    const people = await seedForRisk(t.db);
    await insertClue(t.db, people);
    // a report that waits, far from anything published
    await makeReport(t.db, { claim: { geometry: point(46.9, 39.9) } });
  });
  const hint = (lng: number, lat: number) => hintToldNearby(t.context(), told(lng, lat));

  it('says nothing before the first public batch, then only what that batch marks', async () => {
    assert.equal(await hint(46.7, 39.8), null);
    await publishRisk(t.context(job), 'public');
    assert.equal(await hint(46.7, 39.8), 'place');
    assert.equal(await hint(46.55, 39.65), null);
  });

  it('never tells of a report that only waits, at the very place of it', async () => {
    assert.equal(await hint(46.9, 39.9), null);
  });

  it('is the same all over a square of 5 km, so that it cannot be walked inwards', async () => {
    const centre = squareCentre(squareOf({ lng: 46.7, lat: 39.8 }));
    assert.equal(await hint(centre.lng, centre.lat), 'place');
  });

  it('hears of a line that crosses a marked square with both its ends outside', async () => {
    const geometry = { type: 'LineString', coordinates: [[46.55, 39.8], [46.85, 39.8]] }; // biome-ignore format: two points
    const line = { ...told(0, 0), locations: [{ ...told(0, 0).locations[0], geometry }] };
    assert.equal(await hintToldNearby(t.context(), line), 'place');
  });

  it('answers nothing to what is no report', async () => {
    assert.equal(await hintToldNearby(t.context(), { locations: [] }), null);
  });
});
