import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { reportInput } from '../input.ts';
import { checkReport } from '../rules.ts';
import { type Values, withPosted } from './answers.ts';
import { checkStep } from './check-step.ts';
import { openSeal, seal } from './seal.ts';
import { askedAt, fieldsOfStep, isStep, oneMore, stepAfter, stepBefore, stepsFor } from './steps.ts';
import { toReport } from './to-report.ts';
import { toldDate } from './told-date.ts';
import { placeOfStep, toldPlace } from './told-place.ts';
import { version } from './versions.ts';

const today = '2026-11-23';
const reportId = '6f2d6a0e-54a5-4d3c-9a51-0f5e0a3c1111';
const of = (fields: Record<string, string | string[]>): Values =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value].flat()]));
const sent = (values: Values) => {
  const report = reportInput.parse(toReport({ reportId, values }, 'en', today));
  assert.deepEqual(checkReport(report, today).fields, {});
  return report;
};
const words = { where: 'words', placeWords: 'behind the mill' };

describe('the form', () => {
  it('asks only what the answers so far call for', () => {
    assert.deepEqual(stepsFor({}), ['door']);
    assert.deepEqual(stepsFor(of({ door: 'know' })), ['door', 'kind']);
    const human = stepsFor(of({ door: 'human', killed: '1', injured: '2' }));
    assert.equal(human.filter((step) => step.startsWith('person:')).length, 3);
    assert.ok(!human.includes('positionOf') && !human.includes('before'));
    const animal = stepsFor(of({ door: 'animal', animalGroups: '2' }));
    assert.ok(animal.includes('animals:1') && animal.includes('positionOf') && !animal.includes('people'));
    assert.equal(stepsFor(of({ door: 'know', kind: 'hazard_knowledge' }))[2], 'before');
  });

  it('goes on and back over the same pages', () => {
    const values = of({ door: 'animal' });
    const steps = stepsFor(values);
    for (const step of steps.slice(0, -1)) assert.equal(stepBefore(values, stepAfter(values, step)), step);
    assert.equal(stepBefore(values, 'door'), null);
  });

  it('takes what was posted, unticked boxes included', () => {
    const before = { reportId, values: of({ contactMe: 'yes', contact: 'x', placeName: 'A' }) };
    const { values } = withPosted(before, fieldsOfStep('consent'), new URLSearchParams({ contact: 'y' }));
    assert.deepEqual(values, of({ contact: 'y', placeName: 'A' }));
  });

  it('seals answers so that nobody else can open, change or make them', () => {
    const answers = { reportId, values: of({ description: 'Գյուղի մոտ' }) };
    const text = seal(answers);
    assert.deepEqual(openSeal(text), { answers, from: version });
    assert.ok(!text.includes('description'));
    const at = text.length - 5;
    const other = text[at] === 'A' ? 'B' : 'A';
    assert.equal(openSeal(text.slice(0, at) + other + text.slice(at + 1)), null);
    assert.equal(openSeal(text.replace(/^\d/, '0')), null);
    assert.equal(openSeal(''), null);
  });

  it('needs a kind and a place and nothing else', () => {
    const values = of({ door: 'human', ...words });
    for (const step of stepsFor(values)) assert.deepEqual(checkStep(step, values, today), {}, step);
    const report = sent(values);
    assert.deepEqual([report.kind, report.date?.precision, report.victims.length], ['human_accident', 'unknown', 0]);
    assert.deepEqual(checkStep('place', {}, today), { where: 'location_required' });
    assert.deepEqual(checkStep('door', {}, today), { door: 'door_required' });
  });

  it('keeps every person counted, told about or not, and drops what belongs to another door', () => {
    const people = { killed: '1', injured: '1', p1_age: '5-11', p1_injuries: ['eyesight', 'hearing'] };
    const human = sent(of({ door: 'human', ...words, ...people }));
    assert.deepEqual(
      human.victims.map(({ outcome, ageBand }) => [outcome, ageBand]),
      [
        ['killed', 'unknown'],
        ['injured', '5-11'],
      ],
    );
    assert.deepEqual(human.victims[1]!.injuries, ['eyesight', 'hearing']);
    assert.equal(
      sent(of({ door: 'know', kind: 'hazard_sighting', ...words, ...people, activated: 'vehicle' })).victims.length,
      0,
    );
  });

  it('keeps no contact of a child, and no consent that no guardian gave', () => {
    const ticked = { contact: '555', contactMe: 'yes', shareWithNgos: 'yes', minor: 'yes' };
    const report = sent(of({ door: 'human', ...words, ...ticked }));
    assert.deepEqual(
      [report.contact, report.consent.contactMe, report.consent.shareWithNgos],
      [undefined, false, false],
    );
    const guarded = sent(of({ door: 'human', ...words, ...ticked, guardian: 'yes' }));
    assert.deepEqual(
      [guarded.contact, guarded.consent.shareWithNgos, guarded.consent.guardian],
      [undefined, true, true],
    );
  });

  it('links explosions: the goat set off one, the herder the next, and an earlier report told of the one before', () => {
    const receipt = '0123-4567-89AB-CDEF';
    const told = of({
      door: 'human',
      ...words,
      injured: '2',
      animalsToo: 'yes',
      a0_species: 'goat',
      several: 'yes',
      b0_cause: 'animal',
      b1_cause: 'person.1',
      followsReceipt: receipt,
    });
    const { detonations, animals } = sent(told);
    assert.deepEqual(
      detonations.map(({ causedBy, index, followsReceipt }) => [causedBy, index, followsReceipt]),
      [
        ['animal', undefined, receipt],
        ['person', 1, undefined],
      ],
    );
    assert.deepEqual([animals[0]?.species, animals[0]?.humanPresent], ['goat', 'yes']);
    assert.deepEqual(checkStep('blasts', of({ followsReceipt: 'nonsense' }), today), {
      followsReceipt: 'receipt_invalid',
    });
    const gone = reportInput.parse(toReport({ reportId, values: { ...told, b1_cause: ['person.7'] } }, 'en', today));
    assert.deepEqual(checkReport(gone, today).fields, { 'detonations.1.index': 'combination_invalid' });
    assert.deepEqual(askedAt('detonations.0.followsReceipt'), { step: 'blasts', field: 'followsReceipt' });
  });

  it('takes several places and objects, each on a page of its own, and leaves out what stayed empty', () => {
    const base = of({
      door: 'animal',
      ...words,
      positionOf: 'animal_found',
      d0_category: 'ap_mine',
      d1_stacked: 'yes',
    });
    const more = ['place', 'place', 'device', 'device'] as const;
    const values = more.reduce<Values>((so, id) => oneMore(so, id).values, base);
    assert.deepEqual(
      stepsFor(values).filter((step) => /^(place|device)/.test(step)),
      ['place', 'place:1', 'place:2', 'device:0', 'device:1', 'device:2'],
    );
    const second = { l1_where: 'coordinates', l1_coordinates: '39,8177; 46,7528', l1_positionOf: 'last_seen_grazing' };
    const report = sent({ ...values, ...of(second) });
    assert.deepEqual(
      report.locations.map(({ positionOf }) => positionOf),
      ['animal_found', 'last_seen_grazing'],
    );
    assert.deepEqual(
      report.devices.map(({ category, stackedOrTrapped }) => [category, stackedOrTrapped]),
      [
        ['ap_mine', 'unknown'],
        ['unknown', 'yes'],
      ],
    );
    assert.equal(report.accidentType, 'mine');
    assert.deepEqual(
      checkStep('place:1', { ...values, ...of({ l1_where: 'coordinates', l1_coordinates: 'x' }) }, today),
      {
        l1_coordinates: 'coordinates_unreadable',
      },
    );
    assert.deepEqual(placeOfStep(values, 'place:2'), {});
    assert.ok(!isStep('place:0') && !isStep('device') && isStep('device:3'));
  });

  it('takes an old map in its own datum or in words, the language of a name, and a day of death', () => {
    const place = (fields: Record<string, string>) => toldPlace(of({ where: 'oldMap', ...fields })).location;
    assert.deepEqual([place({ mapSheet: 'K-38-104, 1:50 000' })?.method, place({})], ['old_map', undefined]);
    const drawn = place({ mapSheet: 'K-38', mapCoordinates: '39.8177, 46.7528' });
    assert.deepEqual(
      [drawn?.datum, drawn?.uncertaintyMetres, drawn?.inputText],
      ['sk42', 500, 'K-38; 39.8177, 46.7528'],
    );
    const named = { where: 'name', placeName: 'Talış', placeNameAsked: 'Talış', placeId: 'none', placeLanguage: 'az' };
    assert.equal(toldPlace(of(named)).location?.placeNameLanguage, 'az');
    const died = { p0_outcome: 'died_later', p0_died_d: '3', p0_died_m: '5', p0_died_y: '2024' };
    const year = { when: 'year', year_y: '2024' };
    assert.equal(
      sent(of({ door: 'human', ...words, ...year, injured: '1', ...died })).victims[0]?.diedOn,
      '2024-05-03',
    );
    const late = of({ ...died, when: 'year', year_y: '2025' });
    assert.deepEqual(checkStep('person:0', late, today), { p0_died_d: 'died_before' });
  });

  it('reads dates as roughly as they are known, and never invents a day', () => {
    const date = (fields: Record<string, string>) => toldDate(of(fields), today);
    assert.deepEqual(date({}).date, { precision: 'unknown' });
    assert.deepEqual(date({ when: 'yesterday' }).date, { precision: 'day', start: '2026-11-22' });
    assert.deepEqual(date({ when: 'month', month_m: '2', month_y: '2024' }).date, {
      precision: 'month',
      start: '2024-02-01',
      end: '2024-02-29',
    });
    assert.deepEqual(date({ when: 'words', dateWords: 'after the flood' }).date, {
      precision: 'unknown',
      verbatim: 'after the flood',
    });
    assert.deepEqual(date({ when: 'season', season: 'winter', season_y: '1993' }).date?.end, '1994-02-28');
    assert.deepEqual(date({ when: 'before', before_d: '1', before_m: '9', before_y: '2020' }).date, {
      precision: 'before',
      end: '2020-09-01',
    });
    assert.deepEqual(date({ when: 'day', day_d: '31', day_m: '2', day_y: '2024' }).error, {
      field: 'day_d',
      key: 'date_invalid',
    });
    assert.deepEqual(date({ when: 'year', year_y: '2027' }).error?.key, 'date_future');
    assert.deepEqual(date({ when: 'year', year_y: '94' }).error?.key, 'year_invalid');
  });

  it('reads coordinates with decimal commas, offers the swap, and asks for what is missing', () => {
    const place = (fields: Record<string, string>) => toldPlace(of(fields));
    const point = { type: 'Point', coordinates: [46.7528, 39.8177] };
    assert.deepEqual(place({ where: 'coordinates', coordinates: '39,8177; 46,7528' }).location?.geometry, point);
    const swapped = place({ where: 'coordinates', coordinates: '46.7528, 39.8177' });
    assert.deepEqual([swapped.error?.key, swapped.meant], ['coordinates_swapped', '39.81770, 46.75280']);
    const meant = place({ where: 'coordinates', coordinates: '46.7528, 39.8177', coordinatesMeant: swapped.meant! });
    assert.deepEqual(meant.location?.geometry, point);
    assert.equal(place({ where: 'coordinates', coordinates: 'here' }).error?.key, 'coordinates_unreadable');
    assert.equal(place({ where: 'name', placeName: 'Talış' }).namePending, true);
    assert.equal(place({ where: 'name', placeName: 'Talış', nameKm: '2' }).error?.key, 'direction_required');
    assert.equal(place({ where: 'gps' }).error?.key, 'gps_required');
    const gps = { where: 'gps', gpsLat: '39.8', gpsLng: '46.7', gpsAccuracy: '8' };
    assert.equal(place(gps).location?.positionOf, 'observer');
    const moved = place({ ...gps, gpsKm: '0,5', gpsDirection: 'n', positionOf: 'crater' }).location;
    assert.deepEqual([moved?.positionOf, moved?.distanceMetres, moved?.bearingDegrees], ['crater', 500, 0]);
  });
});
