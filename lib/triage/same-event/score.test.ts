import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { pointGeometry } from '../../geo/lng-lat.ts';
import { datePrecisions, reportKinds } from '../../reports/input.ts';
import { rankCandidates } from './rank.ts';
import { sameEventScore } from './score.ts';
import { sightingOf, type Told } from './sighting.ts';
import { listedScore, offeredScore } from './weights.ts';

const at = (lng: number, lat: number, uncertaintyMetres: number): Told['place'] => ({
  geometry: pointGeometry({ lng, lat }),
  uncertaintyMetres,
});
const told: Told = {
  kind: 'human_accident',
  dateStart: '2024-06-01',
  dateEnd: null,
  datePrecision: 'day',
  place: at(46.9, 40.1, 500),
  placeNames: [],
  districtNames: [],
  killed: 0,
  injured: 1,
  devices: ['unknown'],
  victims: [],
  species: [],
  publishers: [],
  description: null,
  photos: [],
};
const compare = (other: Partial<Told>, one: Partial<Told> = {}) =>
  sameEventScore(sightingOf({ ...told, ...one }), sightingOf({ ...told, ...other }));
const score = (other: Partial<Told>, one: Partial<Told> = {}) => compare(other, one).score;
const keys = (other: Partial<Told>, one: Partial<Told> = {}) => compare(other, one).reasons.map(({ key }) => key);

const anything: fc.Arbitrary<Told> = fc.record({
  kind: fc.constantFrom(...reportKinds),
  dateStart: fc.option(fc.constantFrom('2020-11-28', '2022-12-14', '2023-01-01')),
  dateEnd: fc.constantFrom(null, '2023-02-01'),
  datePrecision: fc.constantFrom(...datePrecisions),
  place: fc.option(
    fc
      .tuple(
        fc.double({ min: 45, max: 48, noNaN: true }),
        fc.double({ min: 39, max: 41, noNaN: true }),
        fc.integer({ min: 1, max: 9999 }),
      )
      .map(([lng, lat, radius]) => at(lng, lat, radius)),
  ),
  placeNames: fc.array(fc.constantFrom('Sarıcalı', 'Сарыджалы, Агдам', 'Talış', 'Чырах')),
  districtNames: fc.array(fc.constantFrom('Ağdam', 'Ակնա')),
  killed: fc.option(fc.nat(9)),
  injured: fc.option(fc.nat(9)),
  devices: fc.array(fc.constantFrom('ap_mine', 'av_mine', 'unknown')),
  victims: fc.array(
    fc.record({
      sex: fc.constant('male'),
      ageBand: fc.constant('18-29'),
      activity: fc.constantFrom('herding', 'farming'),
    }),
  ),
  species: fc.array(fc.constantFrom('cattle', 'goat')),
  publishers: fc.array(fc.constantFrom('a.az', 'b.am')),
  description: fc.option(fc.constantFrom('трактор подорвался', 'the cow stepped on it', 'inək')),
  photos: fc.array(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), { maxLength: 2 }),
});

describe('same event?', () => {
  it('says the less for a point in an area or on a line, the larger that is, and much where two shapes lie on one another', () => {
    const weight = (place: Told['place'], other: Told['place']) =>
      compare({ place }, { place: other }).reasons.find(({ key }) => key === 'circles_overlap')?.weight ?? 0;
    const of = (geometry: NonNullable<Told['place']>['geometry']) => ({ geometry, uncertaintyMetres: 500 });
    const within = (geometry: NonNullable<Told['place']>['geometry']) => weight(told.place, of(geometry));
    const point = within(pointGeometry({ lng: 46.9, lat: 40.1 }));
    const box = (side: number) => ({ type: 'Polygon' as const, coordinates: [[[46.9 - side, 40.1 - side], [46.9 + side, 40.1 - side], [46.9 + side, 40.1 + side], [46.9 - side, 40.1 + side], [46.9 - side, 40.1 - side]]] as [number, number][][] }); // biome-ignore format: a square
    const line = (side: number) => ({ type: 'LineString' as const, coordinates: [[46.9 - side, 40.1], [46.9 + side, 40.1]] as [number, number][] }); // biome-ignore format: two points
    for (const shape of [box, line]) {
      assert.ok(Math.abs(within(shape(1e-5)) - point) < 0.05);
      assert.ok(within(shape(1e-5)) > within(shape(0.05)) && within(shape(0.05)) > within(shape(0.3)));
      assert.equal(weight(of(shape(0.05)), of(shape(0.05))), point);
      assert.ok(point > weight(of(shape(0.05)), of(shape(0.3))));
    }
  });

  it('is probable for the same days within the stated errors, also told to the month with a little of the rest', () => {
    assert.ok(score({ place: at(46.903, 40.1, 500) }) >= offeredScore);
    assert.ok(
      score({ dateStart: '2024-06-02', place: at(46.903, 40.1, 60) }, { place: at(46.9, 40.1, 60) }) >= offeredScore,
    );
    assert.ok(score({ dateEnd: '2024-06-30', datePrecision: 'month' }) >= listedScore);
  });

  it('is not listed for other days in the same village, nor for the same days far away', () => {
    const village = at(46.9, 40.1, 2_000);
    assert.ok(score({ place: village, dateStart: '2021-02-01' }, { place: village }) < listedScore);
    assert.ok(score({ place: at(47.6, 39.6, 500) }) < listedScore);
  });

  it('follows the name when the pin stands in another village, in whatever script', () => {
    const pin = at(47.05, 40.05, 2_000);
    const here = { place: at(46.9, 40.1, 2_000), placeNames: ['Sarıcalı'] };
    assert.ok(
      compare({ place: pin, placeNames: ['Сарыджалы'] }, here).chance > 3 * compare({ place: pin }, here).chance,
    );
    assert.ok(keys({ place: pin, placeNames: ['Սարըջալը'] }, here).includes('same_name'));
    assert.ok(keys({ place: pin, placeNames: ['Talış'] }, here).includes('other_name'));
  });

  it('compares reports without any pin by district, name and days', () => {
    const unlocated = { place: null, placeNames: ['Chirgali, Tovuz'] };
    assert.ok(score(unlocated, unlocated) > score({ place: null, placeNames: ['Talış, Tərtər'] }, unlocated));
    assert.ok(keys(unlocated, unlocated).includes('same_district'));
  });

  it('lets the same mine be seen on other days', () => {
    const seen = { kind: 'hazard_sighting', place: at(46.9, 40.1, 50), killed: null, injured: null } as const;
    assert.ok(
      score({ ...seen, dateStart: '2023-01-01' }, seen) >
        score({ dateStart: '2023-01-01', place: seen.place }, { place: seen.place }),
    );
  });

  it('knows a picture again, cropped a little, and not another', () => {
    const picture = 0x5af3_0c3c_99aa_0ff0n;
    assert.ok(keys({ photos: [picture ^ 0b1011n] }, { photos: [picture] }).includes('same_photo'));
    assert.ok(
      !keys({ photos: [~picture & (2n ** 64n - 1n)] }, { photos: [picture] }).some((key) => key.endsWith('photo')),
    );
  });

  it('hears that a cow is a cow in four languages', () => {
    for (const description of ['Корова подорвалась', 'Inək mina', 'կովը ական'])
      assert.ok(keys({ description }, { description: 'A cow was killed' }).includes('same_words'), description);
  });

  it('is symmetric and between 0 and 100, whatever is told', () => {
    fc.assert(
      fc.property(anything, anything, (a, b) => {
        const [there, back] = [
          sameEventScore(sightingOf(a), sightingOf(b)),
          sameEventScore(sightingOf(b), sightingOf(a)),
        ];
        assert.ok(Math.abs(there.chance - back.chance) < 1e-9);
        assert.ok(there.chance >= 0 && there.chance <= 1);
        assert.ok(there.reasons.every(({ weight }) => Number.isFinite(weight)));
      }),
    );
  });

  it('never rises with distance, nor with the days between', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 0.5, noNaN: true }),
        fc.double({ min: 0, max: 0.5, noNaN: true }),
        (x, y) => {
          const [near, far] = [Math.min(x, y), Math.max(x, y)];
          assert.ok(
            compare({ place: at(46.9 + near, 40.1, 500) }).chance >=
              compare({ place: at(46.9 + far, 40.1, 500) }).chance - 1e-12,
          );
        },
      ),
    );
    const days = ['01', '02', '05', '11', '29'].map((day) => compare({ dateStart: `2024-06-${day}` }).chance);
    assert.deepEqual(
      days,
      days.toSorted((a, b) => b - a),
    );
  });

  it('ranks the same for the same, and weighs words by how rare they are among the candidates', () => {
    const ids = ['a', 'b', 'c', 'd'];
    const candidates = ids.map((id) => ({
      id,
      sighting: sightingOf({ ...told, description: id === 'c' ? 'beside the watermill' : 'at the field' }),
    }));
    const here = sightingOf({ ...told, description: 'the field beside the watermill' });
    assert.deepEqual(
      rankCandidates(here, candidates).map(({ id }) => id),
      ['c', 'a', 'b', 'd'],
    );
    assert.deepEqual(
      rankCandidates(here, candidates.toReversed()).map(({ id }) => id),
      ['c', 'a', 'b', 'd'],
    );
  });
});
