import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { defaultArea } from './area.ts';
import { sk42ToWgs84 } from './datum.ts';
import { distanceMetres } from './distance.ts';
import { formatDecimal, formatDms, formatMgrs, formatUtm } from './format-coordinates.ts';
import type { LngLat } from './lng-lat.ts';
import { type CoordinateError, type CoordinateFormat, parseCoordinates } from './parse-coordinates.ts';
import { fromUtm, toUtm } from './utm.ts';

const khankendi: LngLat = { lat: 39.8177, lng: 46.7528 };

const readings: [string, CoordinateFormat, LngLat?][] = [
  ['39.8177, 46.7528', 'decimal'],
  ['39.8177,46.7528', 'decimal'],
  ['39,8177 46,7528', 'decimal'],
  ['39,8177, 46,7528', 'decimal'],
  ['39,8177,46,7528', 'decimal'],
  ['39,8177; 46,7528', 'decimal'],
  ['(39.8177 / 46.7528)', 'decimal'],
  ['N39.8177 E46.7528', 'decimal'],
  ['39.8177N46.7528E', 'decimal'],
  ['46.7528 E, 39.8177 N', 'decimal'],
  ['39.8177° с. ш. 46.7528° в. д.', 'decimal'],
  ['39,8177 şimal, 46,7528 şərq', 'decimal'],
  ['Հս 39.8177, Արլ 46.7528', 'decimal'],
  ['39 49 3.7 46 45 10.1', 'dms'],
  ['39°49\'3.7"N 46°45\'10.1"E', 'dms'],
  ['39°49′3.7″N, 46°45′10.1″E', 'dms'],
  ["N 39° 49' 3,7'' E 46° 45' 10,1''", 'dms'],
  ['39º49’3.7”, 46º45’10.1”', 'dms'],
  ['39° 49′ 3,7″ с. ш., 46° 45′ 10,1″ в. д.', 'dms'],
  ['С39°49′3,7″ В46°45′10,1″', 'dms'],
  ['39°49′3,7″ şm. e. 46°45′10,1″ ş. u.', 'dms'],
  ['39°49′3.7″ հս․ լ․ 46°45′10.1″ ավ․ ե․', 'dms'],
  ['39°49.062, 46°45.168', 'ddm'],
  ['N 39 49.062 E 46 45.168', 'ddm'],
  ['38N 650020 E 4408994 N', 'utm'],
  ['38S 650020 4408994', 'utm'],
  ['38SPK5002008994', 'mgrs'],
  ['38S PK 50020 08994', 'mgrs'],
];

const refusals: [string, CoordinateError][] = [
  ['', 'empty'],
  ['  ', 'empty'],
  ['near the school', 'unreadable'],
  ['39.8177, 46.7528, 12', 'unreadable'],
  ['39.8177', 'incomplete'],
  ['39 49 46', 'incomplete'],
  ['39 70 0 46 45 0', 'minutes_range'],
  ['39°49\'60"N 46°45\'10"E', 'minutes_range'],
  ['39.8177N 46.7528N', 'hemisphere_conflict'],
  ['51.5, -0.1', 'outside_area'],
  ['39.8177 S 46.7528 E', 'outside_area'],
  ['239.8, 46.7', 'degrees_range'],
  ['x'.repeat(300), 'unreadable'],
];

describe('coordinates', () => {
  for (const [text, format, place = khankendi] of readings) {
    test(`reads ${text}`, () => {
      const parsed = parseCoordinates(text);
      assert.ok(parsed.ok, JSON.stringify(parsed));
      assert.equal(parsed.format, format);
      assert.ok(distanceMetres(parsed.lngLat, place) < 4, JSON.stringify(parsed.lngLat));
    });
  }

  for (const [text, code] of refusals) {
    test(`refuses ${text.slice(0, 40) || 'nothing'} as ${code}`, () => {
      const parsed = parseCoordinates(text);
      assert.equal(parsed.ok ? 'read' : parsed.code, code);
    });
  }

  test('a swap is seen and the right order offered, with and without letters', () => {
    for (const text of ['46.7528, 39.8177', '46.7528N 39.8177E', '46 45 10.08 39 49 3.72']) {
      const parsed = parseCoordinates(text);
      assert.ok(!parsed.ok && parsed.code === 'swapped', text);
      assert.ok(distanceMetres(parsed.suggestion!, khankendi) < 1, text);
    }
  });

  test('another zone is refused with what it would mean', () => {
    const parsed = parseCoordinates('39N 300000 4408994');
    assert.ok(!parsed.ok && parsed.code === 'other_zone');
    assert.ok(parsed.suggestion!.lng > 48);
  });

  test('what the last digit is worth is told', () => {
    const worth = (text: string) => {
      const parsed = parseCoordinates(text);
      return parsed.ok ? Math.round(parsed.precisionMetres) : undefined;
    };
    assert.equal(worth('39.8177, 46.7528'), 11);
    assert.equal(worth('39.8, 46.7'), 11120);
    assert.equal(worth('39°49′ 46°45′'), 1853);
    assert.equal(worth('38S PK 500 089'), 100);
  });

  test('the area is configuration', () => {
    const area = { bbox: { west: -75, south: 3, east: -72, north: 8 }, utmZone: 18 };
    assert.ok(parseCoordinates('4.61, -74.08', area).ok);
    assert.ok(parseCoordinates('4°36′N 74°04′W', area).ok);
    assert.equal(parseCoordinates('39.8177, 46.7528', area).ok, false);
  });

  test('Khankendi has its golden grid references', () => {
    assert.equal(formatUtm(khankendi), '38N 650020 E 4408994 N');
    assert.equal(formatMgrs(khankendi), '38SPK5002008994');
    assert.equal(formatMgrs(khankendi, 2), '38SPK5008');
    assert.equal(formatDecimal(khankendi), '39.81770, 46.75280');
    assert.equal(formatDms(khankendi), '39°49′03.7″N 46°45′10.1″E');
    assert.equal(formatMgrs({ lat: 40.01, lng: 46.7528 }).slice(0, 3), '38T');
  });

  test('seconds never print as sixty', () => {
    assert.equal(formatDms({ lat: 39.99999, lng: 46.99999 }), '40°00′00.0″N 47°00′00.0″E');
  });

  test('a Soviet map read as WGS84 errs by about a hundred metres', () => {
    const error = distanceMetres(khankendi, sk42ToWgs84(khankendi));
    assert.ok(error > 95 && error < 110, `${error}`);
  });

  const { west, east, south, north } = defaultArea.bbox;
  const anywhere = fc.record({
    lng: fc.double({ min: west + 0.001, max: east - 0.001, noNaN: true }),
    lat: fc.double({ min: south + 0.001, max: north - 0.001, noNaN: true }),
  });

  test('property: what is written is read back', () => {
    fc.assert(
      fc.property(anywhere, (place) => {
        for (const [text, limit] of [
          [formatDecimal(place), 1.5],
          [formatDms(place), 3],
          ...(place.lng < 48 ? [[formatUtm(place), 1.5] as const] : []),
          ...(place.lng < 48 ? [[formatMgrs(place), 2.5] as const] : []),
        ] as const) {
          const parsed = parseCoordinates(text);
          assert.ok(parsed.ok, text);
          assert.ok(distanceMetres(parsed.lngLat, place) < limit, `${text} ${distanceMetres(parsed.lngLat, place)}`);
        }
      }),
    );
  });

  test('property: no text makes it throw', () => {
    const alphabet = fc.constantFrom(...'0123456789.,°\'"NSEWСВնհşəZ-; /()'.split(''));
    fc.assert(fc.property(fc.string({ unit: alphabet, maxLength: 40 }), (text) => void parseCoordinates(text)));
    fc.assert(fc.property(fc.string({ maxLength: 60 }), (text) => void parseCoordinates(text)));
  });

  test('property: the projection goes there and back within a millimetre', () => {
    fc.assert(
      fc.property(anywhere, (place) => {
        const back = fromUtm(toUtm(place));
        assert.ok(Math.abs(back.lng - place.lng) < 1e-8 && Math.abs(back.lat - place.lat) < 1e-8);
      }),
    );
  });
});
