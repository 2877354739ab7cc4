import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type ReportInput, reportInput } from './input.ts';
import { bakuDay, bakuInstant, checkReport, coarseCount, countPeople } from './rules.ts';

const place = { method: 'map_pin', positionOf: 'event', geometry: { type: 'Point', coordinates: [46.7528, 39.8177] } };
const report = (more: object = {}): ReportInput =>
  reportInput.parse({
    reportId: '6f2d6a0e-54a5-4d3c-9a51-0f5e0a3c1111',
    kind: 'human_accident',
    language: 'en',
    locations: [place],
    ...more,
  });
const refused = (more: object) => checkReport(report(more), '2026-11-23').fields;

describe('rules of a report', () => {
  it('accept kind and a place', () => assert.deepEqual(refused({}), {}));

  it('refuse days that do not exist, lie ahead or run backwards', () => {
    const date = (fields: object) => refused({ date: fields });
    assert.deepEqual(date({ precision: 'day', start: '2026-02-30' }), { 'date.start': 'date_invalid' });
    assert.deepEqual(date({ precision: 'day', start: '2026-11-24' }), { 'date.start': 'date_future' });
    assert.deepEqual(date({ precision: 'range', start: '2025-05-02', end: '2025-05-01' }), {
      'date.end': 'date_order',
    });
    assert.deepEqual(date({ precision: 'day' }), { 'date.start': 'date_required' });
    assert.deepEqual(date({ precision: 'year', start: '2024-01-01', end: '9999-12-31' }), { 'date.end': 'date_span' });
    assert.deepEqual(date({ precision: 'day', start: '2024-01-01', end: '2024-01-02' }), { 'date.end': 'date_span' });
    assert.deepEqual(date({ precision: 'before', end: '2999-12-31' }), { 'date.end': 'date_future' });
    assert.deepEqual(date({ precision: 'exact_time', start: '2026-11-23' }), { 'date.time': 'time_required' });
  });

  it('accept the year that is not over, and a day before which', () => {
    assert.deepEqual(refused({ date: { precision: 'year', start: '2026-01-01', end: '2026-12-31' } }), {});
    assert.deepEqual(refused({ date: { precision: 'before', end: '2020-01-01' } }), {});
  });

  it('offer the correction of swapped coordinates and refuse what lies elsewhere', () => {
    const at = (lng: number, lat: number) => ({
      locations: [{ ...place, geometry: { type: 'Point', coordinates: [lng, lat] } }],
    });
    const swapped = checkReport(report(at(39.8177, 46.7528)), '2026-11-23');
    assert.deepEqual(swapped.fields, { 'locations.0.geometry': 'coordinates_swapped' });
    assert.deepEqual(swapped.suggestion, { lng: 46.7528, lat: 39.8177 });
    assert.deepEqual(refused(at(2.35, 48.85)), { 'locations.0.geometry': 'coordinates_outside_area' });
  });

  it('refuse a line or an area that is too large to be one thing, has no extent, or no inside', () => {
    const shape = (type: string, coordinates: unknown) => ({
      locations: [{ ...place, geometry: { type, coordinates } }],
    });
    const ring = (side: number) => [[[46, 39.5], [46 + side, 39.5], [46 + side, 39.5 + side], [46, 39.5 + side], [46, 39.5]]]; // biome-ignore format: a square
    assert.deepEqual(refused(shape('Polygon', ring(0.1))), {});
    assert.deepEqual(refused(shape('Polygon', ring(0.3))), { 'locations.0.geometry': 'area_too_large' });
    assert.deepEqual(refused(shape('LineString', [[46, 39], [47, 40.2]])), { 'locations.0.geometry': 'line_too_long' }); // biome-ignore format: two points
    const message = (type: string, coordinates: unknown) => {
      const { error } = reportInput.safeParse({ ...report(), ...shape(type, coordinates) });
      return error?.issues.map((issue) => issue.message);
    };
    assert.deepEqual(message('LineString', [[46, 39], [46, 39]]), ['line_no_length']); // biome-ignore format: two points
    assert.deepEqual(message('Polygon', [[[46, 39], [46.1, 39], [46, 39], [46, 39]]]), ['area_no_size']); // biome-ignore format: a ring
  });

  it('refuse combinations that make no sense', () => {
    assert.deepEqual(refused({ kind: 'hazard_sighting', victims: [{}] }), { victims: 'combination_invalid' });
    assert.deepEqual(refused({ kind: 'hazard_sighting', animals: [{}] }), { animals: 'combination_invalid' });
    assert.deepEqual(refused({ deviceMovedBefore: 'no', movedBy: 'water' }), { movedBy: 'combination_invalid' });
    assert.deepEqual(refused({ consent: { contactMe: true } }), { contact: 'contact_missing' });
    assert.deepEqual(refused({ locations: [{ method: 'text_only', positionOf: 'event' }] }), {
      'locations.0.geometry': 'location_required',
    });
    assert.deepEqual(refused({ locations: [{ ...place, distanceMetres: 500 }] }), {
      'locations.0.bearingDegrees': 'direction_required',
    });
  });

  it('count people from the victims where those are given', () => {
    const victims = [{ outcome: 'killed' }, { outcome: 'died_later' }, { outcome: 'injured' }, {}];
    assert.deepEqual(countPeople(report({ victims, killed: 9 })), { killed: 2, injured: 1, unknownOutcome: 1 });
    assert.equal(countPeople(report({ killed: 9 })).killed, 9);
  });

  it('live in Baku time', () => {
    assert.equal(bakuDay(new Date('2026-11-23T20:30:00Z')), '2026-11-24');
    assert.equal(bakuInstant('2026-11-24', '00:30').toISOString(), '2026-11-23T20:30:00.000Z');
  });

  it('count in tens for the public, below ten not at all', () => {
    assert.deepEqual([0, 9, 10, 128].map(coarseCount), [0, 0, 10, 120]);
  });
});
