import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { before, describe, it } from 'node:test';
import { eq } from 'drizzle-orm';
import { auditEvents } from '../../../drizzle/schema/audit.ts';
import { auditActions, makeUser } from '../../accounts/testing.ts';
import type { Actor } from '../../context.ts';
import { testDatabase } from '../../db/testing.ts';
import { endZone } from './end-zone.ts';
import { mostZoneBytes } from './input.ts';
import { listZones } from './list-zones.ts';
import { markZone } from './mark-zone.ts';
import { readArea } from './read-area.ts';

type Ring = [number, number][];
const box = (west: number, south: number, side = 0.25): Ring => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
];
const polygon = (...rings: Ring[]) => JSON.stringify({ type: 'Polygon', coordinates: rings });
const told = { name: 'Post 4', reason: 'Agreed with the ministry.', area: polygon(box(46.7, 39.8)) };

describe('a sensitive zone', () => {
  const t = testDatabase();
  let [administrator, lead] = [] as unknown as [Actor, Actor];
  before(async () => {
    await t.reset();
    administrator = (await makeUser(t.context(), 'administrator')).actor;
    lead = (await makeUser(t.context(), 'lead')).actor;
  });

  it('is marked and ended with a reason by an administrator or a lead, each with its audit row', async () => {
    const { zoneId } = await markZone(t.context(administrator), told);
    await endZone(t.context(lead), { zoneId, version: 1, reason: 'The post is gone.' });
    const [zone] = await listZones(t.context(lead));
    assert.deepEqual([zone?.name, zone?.version, zone?.endedReason], ['Post 4', 2, 'The post is gone.']);
    assert.deepEqual(zone?.area, JSON.parse(told.area));
    assert.deepEqual(await auditActions(t.context(), zoneId), ['zone.mark', 'zone.end']);
    const [row] = await t.db.select().from(auditEvents).where(eq(auditEvents.action, 'zone.mark'));
    assert.equal(row?.reason, told.reason);
    assert.doesNotMatch(JSON.stringify(row?.detail), /46\.7|Post/, 'the audit does not say where');
  });

  it('is refused to everybody else, and shown to moderators but not to organisations', async () => {
    const { zoneId } = await markZone(t.context(lead), told);
    for (const role of ['moderator', 'organisation'] as const) {
      const { actor } = await makeUser(t.context(), role);
      await assert.rejects(markZone(t.context(actor), told), { code: 'forbidden' });
      await assert.rejects(endZone(t.context(actor), { zoneId, version: 1, reason: 'x' }), { code: 'forbidden' });
      if (role === 'moderator') assert.ok((await listZones(t.context(actor))).length > 0);
      else assert.throws(() => listZones(t.context(actor)), { code: 'forbidden' });
    }
    await assert.rejects(markZone(t.context(), told), { code: 'not_signed_in' });
    assert.throws(() => listZones(t.context()), { code: 'not_signed_in' });
  });

  it('is ended once, by whoever saw it as it stands, and never without a reason', async () => {
    const { zoneId } = await markZone(t.context(lead), told);
    const end = (version: number, reason = 'Over.') => endZone(t.context(lead), { zoneId, version, reason });
    await assert.rejects(end(1, ' '), { detail: { fields: { reason: 'reason_required' } } });
    await assert.rejects(end(7), { code: 'stale_version' });
    await end(1);
    await assert.rejects(end(1), { code: 'stale_version' });
    await assert.rejects(end(2), { code: 'already_done' });
    const nobody = { zoneId: randomUUID(), version: 1, reason: 'x' };
    await assert.rejects(endZone(t.context(lead), nobody), { code: 'not_found' });
  });

  it('is marked once by a form that is posted twice', async () => {
    const id = randomUUID();
    const first = await markZone(t.context(lead), { ...told, id });
    assert.deepEqual(await markZone(t.context(lead), { ...told, id }), first);
    await assert.rejects(markZone(t.context(administrator), { ...told, id }), { code: 'content_differs' });
  });

  it('is taken from a geometry, a feature or a collection, heights dropped', () => {
    const geometry = JSON.parse(polygon(box(46.7, 39.8)));
    const feature = (one: object) => ({ type: 'Feature', properties: { name: 'x' }, geometry: one });
    const high = { type: 'Polygon', coordinates: [box(46.7, 39.8).map((position) => [...position, 900])] };
    for (const one of [geometry, feature(geometry), high]) assert.deepEqual(readArea(JSON.stringify(one)), geometry);
    const other = { type: 'MultiPolygon', coordinates: [[box(47, 39.5)]] };
    const both = { type: 'FeatureCollection', features: [feature(geometry), feature(other)] };
    assert.deepEqual(readArea(JSON.stringify(both)), {
      type: 'MultiPolygon',
      coordinates: [geometry.coordinates, ...other.coordinates],
    });
  });

  it('is refused with what is wrong when its text is no zone', async () => {
    const swapped = box(46.7, 39.8).map(([lng, lat]): [number, number] => [lat, lng]);
    const bow: Ring = [[46.7, 39.8], [46.72, 39.82], [46.72, 39.8], [46.7, 39.82], [46.7, 39.8]]; // biome-ignore format: short
    const faults: [string, string][] = [
      ['', 'required'],
      ['46.7, 39.8', 'zone_not_geojson'],
      ['null', 'zone_not_geojson'],
      ['{"type":"Point","coordinates":[46.7,39.8]}', 'zone_not_polygon'],
      ['{"type":"FeatureCollection","features":[]}', 'zone_not_polygon'],
      ['{"type":"Feature","geometry":null}', 'zone_not_geojson'],
      ['{"type":"Polygon","coordinates":[]}', 'zone_ring'],
      ['{"type":"Polygon","coordinates":[[["a","b"]]]}', 'zone_ring'],
      [polygon(box(46.7, 39.8).slice(0, 4)), 'zone_ring'],
      [polygon(swapped), 'zone_outside'],
      [polygon(bow), 'zone_invalid'],
      [JSON.stringify({ type: 'MultiPolygon', coordinates: [[box(46.7, 39.8)], [box(46.75, 39.9)]] }), 'zone_invalid'],
      [polygon(box(45.5, 39, 1)), 'zone_too_large'],
      [polygon(Array.from({ length: 10_001 }, (): [number, number] => [46.7, 39.8])), 'zone_too_many'],
      [' '.repeat(3) + polygon(box(46.7, 39.8)).padEnd(mostZoneBytes + 1, '{'), 'zone_too_long'],
    ];
    for (const [area, key] of faults)
      await assert.rejects(
        markZone(t.context(lead), { ...told, area }),
        { code: 'invalid_input', detail: { fields: { area: key } } },
        key,
      );
    await assert.rejects(markZone(t.context(lead), { ...told, name: '', reason: '' }), {
      detail: { fields: { name: 'required', reason: 'reason_required' } },
    });
  });
});
