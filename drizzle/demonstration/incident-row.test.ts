import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { incidentDate } from './incident-date.ts';
import { readIncidents } from './parse-incidents.ts';
import { demonstrationIncidents } from './read-incidents.ts';
import { demonstrationPlaces } from './read-places.ts';

const text = readFileSync(new URL('./public-incidents.csv', import.meta.url), 'utf8');
const { read, plans, rejected } = demonstrationIncidents();
const byId = (id: string) => plans.find((plan) => plan.id === id)!;

/** Counted without the reader: no cell of these columns holds a comma or a quote once quoted cells are blanked. */
const lines = text
  .trim()
  .split(/\r?\n/)
  .slice(1)
  .map((line) => line.replaceAll(/"(?:[^"]|"")*"/g, 'x').split(','));
const [precisionAt, confidenceAt] = [8, 21];
const count = (test: (line: string[]) => boolean) => lines.filter(test).length;

describe('publicly reported incidents', () => {
  test('what is read equals an independent count of the file', () => {
    const located = count((line) => ['village_centroid', 'approximate'].includes(line[precisionAt]!));
    assert.equal(read, lines.length);
    assert.equal(read, 107);
    assert.deepEqual(rejected, []);
    assert.equal(plans.filter((plan) => plan.located).length, located);
    assert.equal(plans.filter((plan) => !plan.located).length, lines.length - located);
    assert.equal(
      plans.filter(({ destination }) => destination === 'clue').length,
      count((line) => line[precisionAt] === 'village_centroid' && line[confidenceAt] === 'high'),
    );
  });

  test('every report has an id of its own that is the same at every reading', () => {
    assert.equal(new Set(plans.map(({ report }) => report.reportId)).size, plans.length);
    assert.deepEqual(
      demonstrationIncidents().plans.map(({ report }) => report.reportId),
      plans.map(({ report }) => report.reportId),
    );
  });

  test('a row without a village keeps its words and gets no point', () => {
    for (const plan of plans.filter(({ located }) => !located)) {
      const [claim] = plan.report.locations;
      assert.equal(claim!.geometry, undefined);
      assert.equal(claim!.method, 'text_only');
      assert.ok(claim!.inputText);
    }
    assert.equal(byId('PUB-0020').report.locations[0]!.placeName, 'Fuzuli');
  });

  test('every place that a report names is in the gazetteer that ships', () => {
    const known = new Set(demonstrationPlaces().map(({ id }) => id));
    const named = plans.flatMap(({ report }) => report.locations.flatMap(({ placeId }) => placeId ?? []));
    assert.ok(named.length > 80);
    assert.deepEqual(
      named.filter((id) => !known.has(id)),
      [],
    );
  });

  test('what is not stated stays unknown', () => {
    const { killed, injured, victims } = byId('PUB-0005').report;
    assert.deepEqual([killed, injured, victims], [undefined, undefined, []]);
    assert.deepEqual([byId('PUB-0108').report.killed, byId('PUB-0108').report.injured], [1, undefined]);
    assert.deepEqual([byId('PUB-0051').report.killed, byId('PUB-0051').report.kind], [0, 'detonation_no_casualty']);
  });

  test('a year stays a year, a month a month, and an approximate date an interval', () => {
    assert.deepEqual(byId('PUB-0001').report.date, {
      start: '1992-01-01',
      end: '1992-12-31',
      precision: 'year',
      verbatim: '1992',
    });
    assert.deepEqual(byId('PUB-0008').report.date, {
      start: '2004-06-01',
      end: '2004-06-30',
      precision: 'month',
      verbatim: '2004-06',
    });
    assert.deepEqual(byId('PUB-0012').report.date, {
      start: '2009-05-16',
      end: '2009-07-17',
      precision: 'range',
      verbatim: 'about 2009-06-16',
    });
    assert.deepEqual(byId('PUB-0131').report.date, { precision: 'unknown' });
    assert.throws(() => incidentDate('2004-02-30', 'day'), /date: 2004-02-30/);
    assert.throws(() => incidentDate('2004', 'day'), /date_precision/);
  });

  test('where sources differ the report says so', () => {
    assert.match(byId('PUB-0023').report.description!, /Sources differ: killed: 4 or 5\./);
    assert.deepEqual(
      byId('PUB-0073').report.devices.map(({ category }) => category),
      ['mine_unspecified'],
    );
  });

  test('animals are animals, devices are as reported, publishers are named once', () => {
    const horse = byId('PUB-0078').report;
    assert.deepEqual(
      [horse.kind, horse.animals[0]!.species, horse.animals[0]!.humanPresent],
      ['human_accident', 'horse', 'yes'],
    );
    assert.deepEqual(
      [byId('PUB-0015').report.kind, byId('PUB-0015').report.animals[0]!.countKilled],
      ['animal_accident', 2],
    );
    assert.deepEqual(
      byId('PUB-0050').report.devices.map((one) => [one.category, one.stackedOrTrapped]),
      [
        ['ap_mine', 'yes'],
        ['av_mine', 'yes'],
      ],
    );
    assert.deepEqual(byId('PUB-0089').report.sources, [{ publisher: 'report.az' }]);
    assert.equal(plans.filter(({ report }) => report.animals.length > 0).length, 9);
  });

  test('a row that does not fit is rejected with its reason, and the others go in', () => {
    const [header, first, second] = text.split('\n');
    const broken = [
      header,
      first,
      first,
      second!.replace('PUB-0002', 'PUB-X1').replace('1998,year', '1998-13-45,day'),
      second!.replace('PUB-0002', 'PUB-X2').replace(',mine,', ',bomb,'),
      second!.replace('PUB-0002', 'PUB-X3').replace(',0,2,', ',0,many,'),
      second!.replace('PUB-0002', 'PUB-X4').replace(',,,none,', ',,,village_centroid,'),
    ].join('\n');
    const result = readIncidents(broken);
    assert.equal(result.read, 6);
    assert.equal(result.plans.length, 1);
    assert.deepEqual(
      result.rejected.map(({ row, reason }) => [row, reason.split(':')[0]]),
      [
        [2, 'id'],
        [3, 'date'],
        [4, 'device_class'],
        [5, 'injured'],
        [6, 'lat, lon'],
      ],
    );
  });

  test('no report holds a name, an address of a page or a contact', () => {
    for (const { report } of plans) {
      assert.equal(report.contact, undefined);
      assert.doesNotMatch(JSON.stringify(report), /https?:|www\.|@/);
    }
  });
});
