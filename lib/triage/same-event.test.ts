import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { offeredScore, type Sighting, sameEventScore, strongScore } from './same-event.ts';

const one: Sighting = {
  kind: 'human_accident',
  dateStart: '2024-06-01',
  dateEnd: null,
  datePrecision: 'day',
  uncertaintyMetres: 500,
  killed: 0,
  injured: 1,
  deviceCategory: 'unknown',
};
const score = (other: Partial<Sighting>, metres = 300) => sameEventScore(one, { ...one, ...other }, metres).score;

describe('same event?', () => {
  it('is strong for the same day within the circles', () => assert.ok(score({}) >= strongScore));
  it('is strong a day apart, and offered when dated to the month', () => {
    assert.ok(score({ dateStart: '2024-06-02' }) >= strongScore);
    assert.ok(score({ dateStart: '2024-06-01', datePrecision: 'month' }) >= offeredScore);
  });
  it('is not offered a month later or far outside both circles', () => {
    assert.ok(score({ dateStart: '2024-07-15' }) < offeredScore);
    assert.ok(score({}, 9000) < offeredScore);
  });
  it('is weaker for another kind and other counts', () => {
    assert.ok(score({ kind: 'hazard_knowledge' }) < score({}));
    assert.ok(score({ injured: 4 }) < score({}));
  });
  it('weighs distance by both uncertainties', () => {
    assert.ok(score({ uncertaintyMetres: 2000 }, 2200) > score({ uncertaintyMetres: 50 }, 2200));
  });
  it('is symmetric, and tells a reason for each part', () => {
    const other: Sighting = {
      ...one,
      kind: 'animal_accident',
      dateStart: '2024-01-01',
      datePrecision: 'year',
      killed: 2,
    };
    assert.equal(sameEventScore(one, other, 700).score, sameEventScore(other, one, 700).score);
    const keys = sameEventScore(one, other, 700).reasons.map(({ key }) => key);
    assert.deepEqual(keys, ['circles_overlap', 'dates_overlap', 'kinds_compatible', 'other_killed', 'same_injured']);
  });
});
