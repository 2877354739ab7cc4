import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { plainHexGrid } from '../../../geo/hex-grid.ts';
import { hazardousArea } from '../judged/ground-truth.ts';
import { placeUndated } from './place-events.ts';
import { dayOf, readEvents } from './read-events.ts';
import { readPolygons } from './read-shapes.ts';

const today = dayOf(2024);
let folder = '';
const file = (text: string) => {
  const name = path.join(folder, `${Math.abs(text.length)}-${Math.random()}`);
  writeFileSync(name, text);
  return name;
};
const square = (west: number, south: number, size: number) =>
  [[west, south], [west + size, south], [west + size, south + size], [west, south + size], [west, south]]; // biome-ignore format: one ring
const collection = (...geometries: unknown[]) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: geometries.map((geometry) => ({ type: 'Feature', properties: null, geometry })),
  });

before(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'mineclue-inputs-'));
});
after(() => rmSync(folder, { recursive: true }));

describe('events from a file', () => {
  const read = (lines: string[]) =>
    readEvents(file(['event_id,date,date_precision,lat,lon,uncertainty_m,class', ...lines].join('\n')), today);

  it('leaves out what cannot be used, with the reason and the first line', () => {
    const { events, remarks } = read([
      'A,2020-05-01,day,39.7,46.8,200,human',
      'A,2020-05-01,day,39.7,46.8,200,human',
      'B,2020-05-01,day,,46.8,,',
      'C,2020-13-01,day,39.7,46.8,,',
      'D,2031-01-01,day,39.7,46.8,,',
      'E,2020,year,0,0,,',
      'F,2020,year,39.7,46.8,100000,',
      'G,soon,,39.7,46.8,,',
      'H,,,39.7,46.8,0,',
    ]);
    assert.deepEqual(
      events.map(({ id }) => id),
      ['A', 'H'],
    );
    assert.equal(remarks.get('left out: date is not YYYY, YYYY-MM or YYYY-MM-DD')!.count, 2);
    assert.equal(remarks.get('left out: date in the future')!.first, 'D');
    assert.equal(
      [...remarks.values()].reduce((sum, { count }) => sum + count, 0),
      8,
    );
  });

  it('takes a date as wide as its precision', () => {
    const { events } = read(['Y,2015-01-01,year,39,46,,', 'M,2015-02-01,month,39,46,,', 'D,2015-02-03,day,39,46,,']);
    const widths = events.map(({ startDay, endDay }) => endDay! - startDay!);
    assert.deepEqual(widths, [365, 28, 0]);
  });

  it('reads semicolons, decimal commas and a byte order mark, and refuses a file without places', () => {
    const { events: commas } = readEvents(file('id;date;lat;lon\nA;;39,25;46,5\n'), today);
    assert.deepEqual([commas[0]!.lat, commas[0]!.lng], [39.25, 46.5]);
    const { events } = readEvents(file('\uFEFFEvent_ID;Date;Longitude;Latitude\nA;2015-03;46.1;-39.2\n'), today);
    assert.deepEqual([events[0]!.lng, events[0]!.lat, events[0]!.year], [46.1, -39.2, 2015]);
    assert.throws(() => readEvents(file('id,x\n1,2\n'), today), /needs the columns/);
    assert.throws(() => read(['A,2020,year,,,,']), /no usable event/);
  });

  it('lets an undated event have happened at any time, and small classes share one', () => {
    const lines = Array.from(
      { length: 60 },
      (_, i) => `${i},${2000 + (i % 10)},year,39.5,46.5,,${i < 50 ? 'human' : i}`,
    );
    const { events } = read([...lines, 'U,,,39.5,46.5,,human']);
    const grid = plainHexGrid([[square(46, 39, 1) as [number, number][]]], 25e6);
    const { placed, dated, day } = placeUndated(grid, events);
    assert.throws(() => placeUndated(grid, [{ ...events[0]!, lng: 39.5, lat: 46.5 }]), /no event lies within/);
    assert.ok(dated && day === dayOf(2010));
    assert.deepEqual([placed.at(-1)!.startDay, placed.at(-1)!.endDay], [dayOf(2000), dayOf(2010)]);
    assert.deepEqual(new Set(placed.map((one) => one.class)), new Set(['human', 'other']));
  });
});

describe('polygons from a file', () => {
  it('come out of collections; broken ones are left out and counted', () => {
    const remarks = new Map();
    const polygons = readPolygons(
      file(
        collection(
          { type: 'MultiPolygon', coordinates: [[square(46, 39, 0.1)], [square(46.5, 39, 0.1)]] },
          { type: 'GeometryCollection', geometries: [{ type: 'Polygon', coordinates: [square(46, 39.5, 0.1)] }] },
          { type: 'Polygon', coordinates: [square(46, 39.5, 0.1)] },
          { type: 'Polygon', coordinates: [[[46, 39], [46.1, 39.1], [46.1, 39], [46, 39.1], [46, 39]]] }, // biome-ignore format: bow tie
          { type: 'Polygon', coordinates: [[[46, 39], [46.1, null], [46.1, 39]]] }, // biome-ignore format: broken
          { type: 'Point', coordinates: [46, 39] },
          null,
        ),
      ),
      remarks,
    );
    assert.equal(polygons.length, 4);
    const reasons = [...remarks.keys()].sort().map((reason: string) => reason.split(':')[1]);
    assert.deepEqual(reasons, [' a point where polygons are meant; --hazard-radius-m takes those of a survey as discs', ' broken geometry', ' feature without geometry', ' the same polygon again', ' polygon crosses itself']); // biome-ignore format: reasons
    assert.throws(() => readPolygons(file('{')), /is not GeoJSON/);
    assert.throws(() => readPolygons(file(collection(null))), /no usable geometry/);
  });

  it('are discs about points where a radius is stated', () => {
    const points = file(collection({ type: 'MultiPoint', coordinates: [[46.2, 39.2], [46.8, 39.8]] })); // biome-ignore format: two points
    assert.throws(() => readPolygons(points), /holds no polygon:\n {2}2 x left out: a point/);
    const grid = plainHexGrid([[square(46, 39, 1) as [number, number][]]], 25e6);
    const { all } = hazardousArea(grid, readPolygons(points, new Map(), 300), []);
    const squareMetres = all.reduce((sum, one) => sum + one, 0);
    assert.ok(Math.abs(squareMetres / (2 * Math.PI * 300 ** 2) - 1) < 0.005, `${squareMetres}`);
  });

  it('of a whole country are laid on the grid by their true area, south of the equator too', () => {
    const circle = (lng: number, lat: number, radius: number, count: number) =>
      Array.from({ length: count }, (_, i): [number, number] => {
        const turn = (2 * Math.PI * i) / count;
        return [lng + radius * Math.cos(turn), lat + radius * Math.sin(turn)];
      });
    const grid = plainHexGrid([[square(17, -14, 3) as [number, number][]]], 25e6);
    const large = [circle(18.5, -12.5, 0.8, 20_000), circle(18.5, -12.5, 0.3, 5_000)];
    const { all } = hazardousArea(grid, [large], []);
    const km2 = all.reduce((sum, one) => sum + one, 0) / 1e6;
    // pi (0.8² - 0.3²) square degrees at 12.5° south.
    const expected = Math.PI * (0.8 ** 2 - 0.3 ** 2) * 111.195 ** 2 * Math.cos((12.5 * Math.PI) / 180);
    assert.ok(Math.abs(km2 / expected - 1) < 0.005, `${km2} against ${expected}`);
  });
});
