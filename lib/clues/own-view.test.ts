import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { before, describe, it } from 'node:test';
import { reports } from '../../drizzle/schema/reports.ts';
import { testDatabase } from '../db/testing.ts';
import { isProblem } from '../errors.ts';
import { squaresTouched } from '../geo/squares-touched.ts';
import { importPlaces } from '../places/import-places.ts';
import { ownView } from './own-view.ts';

const corner = { type: 'Point', coordinates: [46.7528, 39.8177] } as const;
const told = (more: Record<string, unknown> = {}) => ({
  reportId: randomUUID(),
  kind: 'human_accident',
  language: 'az',
  locations: [{ method: 'map_pin', positionOf: 'event', geometry: corner, uncertaintyMetres: 80 }],
  victims: [{ outcome: 'injured' }],
  ...more,
});

describe('what others would see of a report before it is sent', () => {
  const t = testDatabase();
  before(async () => {
    await t.reset();
    const names = [{ language: 'hy', name: 'Սեյսուլան' }];
    await importPlaces(t.context({ type: 'job', name: 'test' }), [
      { id: 'test:village', kind: 'village', lat: 40.2464, lng: 46.985, names, source: 'test', asOf: '2026-01-01' },
      { id: 'test:district', kind: 'district', lat: 40.2, lng: 46.9, names, source: 'test', asOf: '2026-01-01' },
    ]);
  });

  it('marks the very squares that publishing would mark, and stores nothing', async () => {
    const { squares } = await ownView(t.context(), told());
    assert.deepEqual(squares, squaresTouched({ type: 'Point', coordinates: [46.7528, 39.8177] }, 80));
    assert.equal(await t.db.$count(reports), 0);
  });

  it('marks every square along a line, those between its points included', async () => {
    const geometry = { type: 'LineString' as const, coordinates: [[46.7528, 39.8177], [46.9, 39.9]] as [number, number][] }; // biome-ignore format: two points
    const line = [{ method: 'map_pin', positionOf: 'event', geometry, uncertaintyMetres: 80 }];
    const consent = { shareWithNgos: true };
    const view = await ownView(t.context(), told({ kind: 'hazard_knowledge', victims: [], locations: line, consent }));
    assert.ok(view.squares.length > 3);
    assert.deepEqual(view.squares, squaresTouched(geometry, 80));
    assert.equal(view.organisation?.radiusMetres, 80);
  });

  it('tells an organisation nothing without consent, and with it no more than was told', async () => {
    const none = await ownView(t.context(), told());
    assert.deepEqual([none.organisation, none.authority], [null, null]);
    const shared = await ownView(t.context(), told({ consent: { shareWithNgos: true } }));
    const bare = { kind: true, date: false, counts: true, device: false, radiusMetres: 80 };
    assert.deepEqual(shared.organisation, { ...bare, words: false, photos: false });
    const photos = [{ id: '00000000-0000-4000-8000-000000000001', sha256: '0'.repeat(64) }];
    const more = { description: 'By the mill.', photos };
    const seen = async (consent: Record<string, boolean>) => {
      const { organisation } = await ownView(t.context(), told({ ...more, consent }));
      return organisation && [organisation.words, organisation.photos];
    };
    assert.deepEqual(await seen({ shareWithNgos: true }), [true, false]);
    assert.deepEqual(await seen({ shareWithNgos: true, photoUse: true }), [true, true]);
    assert.equal(await seen({ photoUse: true }), null);
    assert.equal(shared.authority, null);
  });

  it('draws a village by its settlement only, and no square for a district or for words', async () => {
    const consent = { shareWithNgos: true, shareWithAuthorities: true };
    const at = (placeId: string) => [{ method: 'settlement_centroid', positionOf: 'event', placeId }];
    const village = await ownView(t.context(), told({ consent, locations: at('test:village') }));
    assert.ok(village.squares.length > 0);
    assert.equal(village.authority?.radiusMetres, null);
    for (const locations of [
      at('test:district'),
      [{ method: 'text_only', positionOf: 'event', inputText: 'beyond the river' }],
    ])
      assert.deepEqual((await ownView(t.context(), told({ consent, locations }))).squares, []);
  });

  it('refuses what is no report', async () => {
    await assert.rejects(ownView(t.context(), {}), (error) => isProblem(error) && error.code === 'invalid_input');
  });
});
