import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Geometry, positionsOf } from '../../geo/lng-lat.ts';
import { reportInput } from '../input.ts';
import { checkReport } from '../rules.ts';
import type { Values } from './answers.ts';
import { checkStep } from './check-step.ts';
import { fieldsOfStep } from './steps.ts';
import { toReport } from './to-report.ts';
import { placeOfStep } from './told-place.ts';

const today = '2026-11-24';
const of = (fields: Record<string, string>): Values =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value]]));
const place = (fields: Record<string, string>) => placeOfStep(of(fields), 'place');
const line = (...rows: string[]) => place({ where: 'line', linePoints: rows.join('\r\n') });
const area = (...rows: string[]) => place({ where: 'area', areaPoints: rows.join('\n') });
const key = (told: ReturnType<typeof place>) => [told.error?.key, told.vertex];

const trench = ['39.8177, 46.7528', '39°49′20″N 46°45′40″E', '', '39,8240; 46,7660'];
const yard = ['39.8177, 46.7528', '39.8177, 46.7540', '39.8185, 46.7540'];

describe('a line or an area in the form', () => {
  it('is read point by point, in whatever way each is written', () => {
    const { location, error } = line(...trench);
    assert.equal(error, undefined);
    assert.ok(location?.geometry?.type === 'LineString');
    assert.equal(location.geometry.coordinates.length, 3);
    assert.deepEqual(location.geometry.coordinates[0], [46.7528, 39.8177]);
    assert.deepEqual([location.method, location.inputFormat, location.datum], ['map_pin', 'decimal', 'wgs84']);
    assert.ok(location.inputText?.includes('39°49′20″N'));
    const told = area(...yard).location?.geometry as Geometry;
    assert.equal(told.type, 'Polygon');
    assert.deepEqual(positionsOf(told)[0], positionsOf(told).at(-1));
  });

  it('is as uncertain as the reader says, as it was typed, and as the map was when it was tapped', () => {
    const points = { where: 'line', linePoints: '39.8177, 46.7528\n39.8240, 46.7660' };
    const metres = (more: object) => place({ ...points, ...more }).location?.uncertaintyMetres;
    assert.equal(metres({}), 50);
    assert.equal(metres({ lineOff: '500' }), 500);
    assert.equal(metres({ linePoints: '39.82, 46.75\n39.83, 46.76', lineOff: '200' }), 1112);
    const wide = metres({ lineZoom: '10' }) ?? 0;
    assert.ok(wide > 1000 && wide < 1300, `${wide} m`);
    assert.equal(place({ ...points, lineZoom: '15' }).location?.inputFormat, 'pin');
    const old = place({ ...points, lineDatum: 'sk42' }).location;
    assert.deepEqual([old?.method, old?.datum, old?.uncertaintyMetres], ['old_map', 'sk42', 500]);
  });

  it('names the point that can not be read, counted as a reader counts', () => {
    assert.deepEqual(key(line('39.8177, 46.7528', '', 'by the mill')), ['coordinates_unreadable', 2]);
    assert.deepEqual(key(line('39.8177, 46.7528', '46.7660, 39.8240')), ['position_swapped', 2]);
    assert.deepEqual(key(area('48.8, 2.3', ...yard)), ['coordinates_outside_area', 1]);
    assert.deepEqual(key(area('39.8177', ...yard)), ['coordinates_incomplete', 1]);
    assert.deepEqual(checkStep('place:1', of({ l1_where: 'line', l1_linePoints: 'x' }), today), {
      l1_linePoints: 'coordinates_unreadable',
    });
    assert.equal(placeOfStep(of({ l1_where: 'line', l1_linePoints: 'x' }), 'place:1').vertex, 1);
  });

  it('is refused where it has no length, no inside, too little or too much', () => {
    assert.deepEqual(key(line()), ['line_too_short', undefined]);
    assert.deepEqual(key(line(trench[0]!)), ['line_too_short', undefined]);
    assert.deepEqual(key(line(trench[0]!, trench[0]!)), ['line_too_short', undefined]);
    assert.deepEqual(key(area(...yard.slice(1))), ['ring_too_short', undefined]);
    assert.deepEqual(key(area('39.81, 46.75', '39.82, 46.76', '39.83, 46.77')), ['area_no_size', undefined]);
    assert.deepEqual(key(area('39.81, 46.75', '39.82, 46.76', '39.81, 46.76', '39.82, 46.75')), [
      'shape_crosses_itself',
      undefined,
    ]);
    assert.deepEqual(key(line('39.0, 45.0', '40.5, 47.0')), ['line_too_long', undefined]);
    assert.deepEqual(key(area('39.5, 46.5', '39.5, 46.8', '39.8, 46.8', '39.8, 46.5')), ['area_too_large', undefined]);
    const many = Array.from({ length: 200 }, (_, i) => `39.8${String(i).padStart(3, '0')}, 46.75`);
    assert.deepEqual(key(line(...many)), ['positions_too_many', undefined]);
    assert.deepEqual(key(line('9'.repeat(5001))), ['text_too_long', undefined]);
  });

  it('holds as a report, and keeps what was typed when another way is chosen', () => {
    const values = of({
      door: 'know',
      kind: 'hazard_knowledge',
      where: 'area',
      areaPoints: yard.join('\n'),
      linePoints: trench.join('\n'),
      placeGroups: '2',
      l1_where: 'line',
      l1_linePoints: trench.join('\n'),
      l1_positionOf: 'landmark',
    });
    const report = reportInput.parse(
      toReport({ reportId: '6f2d6a0e-54a5-4d3c-9a51-0f5e0a3c1111', values }, 'en', today),
    );
    assert.deepEqual(checkReport(report, today).fields, {});
    assert.deepEqual(
      report.locations.map(({ geometry, positionOf }) => [geometry?.type, positionOf]),
      [
        ['Polygon', 'event'],
        ['LineString', 'landmark'],
      ],
    );
    const asked = [...fieldsOfStep('place'), ...fieldsOfStep('place:1')];
    assert.ok(Object.keys(values).every((name) => ['door', 'kind', 'placeGroups', ...asked].includes(name)));
  });
});
