import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { eq } from 'drizzle-orm';
import { demonstrationPlaces } from '../../drizzle/demonstration/read-places.ts';
import { auditEvents } from '../../drizzle/schema/audit.ts';
import { placeNames } from '../../drizzle/schema/places.ts';
import { testDatabase } from '../db/testing.ts';
import { isProblem } from '../errors.ts';
import { getPlaces } from './get-places.ts';
import { importPlaces } from './import-places.ts';
import { listPlaces } from './list-places.ts';
import { nearestPlaces } from './nearest-places.ts';
import { searchPlaces } from './search-places.ts';

const code = (expected: string) => (error: unknown) => isProblem(error) && error.code === expected;

describe('places', () => {
  const t = testDatabase();
  const job = () => t.context({ type: 'job', name: 'seed' });
  const rows = demonstrationPlaces();

  before(async () => {
    await t.reset();
    assert.deepEqual(await importPlaces(job(), rows), { read: rows.length, imported: rows.length, rejected: [] });
  });

  test('importing is for administrators and jobs, and is audited', async () => {
    await assert.rejects(importPlaces(t.context(), rows), code('not_signed_in'));
    const moderator = { type: 'user', userId: crypto.randomUUID(), role: 'moderator', organisationId: null } as const;
    await assert.rejects(importPlaces(t.context(moderator), rows), code('forbidden'));
    const audited = await t.db.select().from(auditEvents).where(eq(auditEvents.action, 'places.import'));
    assert.equal(audited.length, 1);
    assert.deepEqual(audited[0]!.detail, { read: rows.length, imported: rows.length, rejected: 0 });
  });

  test('a name in any of the four languages finds the place', async () => {
    for (const q of ['Xankəndi', 'Ստեփանակերտ', 'Степанакерт', 'Khankendi', 'stepanak', 'Stepanokert']) {
      const hits = await searchPlaces(t.context(), { q, locale: 'en' });
      assert.ok(
        hits.slice(0, 3).some(({ id }) => id === 'table:khankendi'),
        `${q}: ${hits.map(({ id }) => id)}`,
      );
    }
  });

  test('the label follows the reader, and what matched is told', async () => {
    for (const [locale, label] of [
      ['az', 'Şuşa'],
      ['hy', 'Շուշի'],
      ['ru', 'Шуша'],
      ['en', 'Shusha'],
    ] as const) {
      const [hit] = await searchPlaces(t.context(), { q: 'Shushi', locale });
      assert.equal(hit!.label, label);
      assert.ok(['Shushi', 'Շուշի'].includes(hit!.matchedName), 'one fold, two scripts');
    }
    const [guzanli] = await searchPlaces(t.context(), { q: 'Quzanlı', locale: 'hy' });
    assert.equal(guzanli!.label, 'Guzanli', 'without an Armenian name the English one stands');
  });

  test('both places called Horadiz are offered, told apart by kind', async () => {
    const hits = await searchPlaces(t.context(), { q: 'Горадиз', locale: 'ru' });
    assert.deepEqual(new Set(hits.slice(0, 2).map(({ kind }) => kind)), new Set(['city', 'village']));
    assert.equal(hits[0]!.district!.label, 'Физули');
    assert.equal(hits[0]!.district!.iso, 'AZ-FUZ');
  });

  test('Ağoğlan offers the village and Hadrut', async () => {
    const hits = await searchPlaces(t.context(), { q: 'Ağoğlan', locale: 'az' });
    assert.deepEqual(
      hits
        .slice(0, 2)
        .map(({ label }) => label)
        .sort(),
      ['Ağoğlan', 'Hadrut'],
    );
  });

  test('odd questions are answered or refused, never broken', async () => {
    assert.deepEqual(await searchPlaces(t.context(), { q: '  ' }), []);
    for (const q of ['%', '_', "'; drop table places; --", '\\', '北京', 'a', 'қ']) {
      assert.ok(Array.isArray(await searchPlaces(t.context(), { q })));
    }
    await assert.rejects(searchPlaces(t.context(), { q: 'x'.repeat(101) }), code('invalid_input'));
    await assert.rejects(searchPlaces(t.context(), { q: 'x', limit: 1000 }), code('invalid_input'));
  });

  test('places are read by their ids, and an unknown one is left out', async () => {
    const asked = ['table:hadrut', 'x:y', 'table:district-fuzuli'];
    const [hadrut, district, ...more] = await getPlaces(t.context(), asked, 'az');
    assert.deepEqual(hadrut?.lngLat, { lng: 47.0319, lat: 39.52 });
    assert.equal(hadrut?.asOf, '2026-11-23');
    assert.deepEqual(hadrut?.names.other, ['Ağoğlan']);
    assert.equal(district?.lngLat, null);
    assert.deepEqual(more, []);
  });

  test('a box lists settlements, and the nearest is the nearest', async () => {
    const around = await listPlaces(t.context(), { bbox: { west: 46.7, south: 39.7, east: 46.8, north: 39.85 } });
    assert.deepEqual(
      around.map(({ id }) => id),
      ['table:karkijahan', 'table:khankendi', 'table:shusha', 'wof:1260010037', 'wof:1292935391', 'wof:1310342217'],
    );
    const [nearest] = await nearestPlaces(t.context(), { lng: 46.75, lat: 39.743 });
    assert.equal(nearest!.label, 'Dashalti');
    assert.ok(nearest!.distanceMetres < 200);
    assert.deepEqual(await nearestPlaces(t.context(), { lng: 44.9, lat: 38.8 }), []);
  });

  test('imported again a place is replaced with its names; rows that do not fit are told', async () => {
    const row = { ...rows.find(({ id }) => id === 'table:sus')!, names: [{ language: 'en' as const, name: 'Sous' }] };
    const report = await importPlaces(job(), [
      row,
      row,
      { ...row, id: 'x y' },
      { ...row, id: 'x:1', lat: undefined },
      null,
    ]);
    assert.equal(report.imported, 1);
    assert.deepEqual(
      report.rejected.map(({ row: number }) => number),
      [2, 3, 4, 5],
    );
    assert.equal(report.rejected[1]!.reason, 'id: place_id_invalid');
    const names = await t.db.select().from(placeNames).where(eq(placeNames.placeId, 'table:sus'));
    assert.deepEqual(
      names.map(({ name, folded }) => [name, folded]),
      [['Sous', 'sous']],
    );
  });
});
