import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { demonstrationPlaces } from '../../../../drizzle/demonstration/read-places.ts';
import { duplicateSet } from './duplicate-set.ts';
import { figuresOf } from './figures.ts';
import { readEvents } from './incidents.ts';
import { spelled } from './letters.ts';

const csv = readFileSync(new URL('../../../../drizzle/demonstration/public-incidents.csv', import.meta.url), 'utf8');
const places = demonstrationPlaces();
const share = (list: readonly boolean[]) => list.filter(Boolean).length / list.length;

describe('the measurement of "same event?"', () => {
  const events = readEvents(csv, places);
  const set = duplicateSet(events, { pairs: 400, distractors: 400, seed: 4 });

  it('makes what it says: half without a match, a third in another script, months, years, counts, wrong villages', () => {
    const matched = set.queries.filter(({ match }) => match);
    assert.ok(matched.length >= 400);
    assert.equal(matched.length * 2, set.queries.length);
    assert.equal(set.pool.length, events.length + 400);
    const near = (value: number, wanted: number) =>
      assert.ok(Math.abs(value - wanted) < 0.07, `${value} for ${wanted}`);
    near(share(matched.map(({ how }) => ['hy', 'ru'].includes(how.language))), 1 / 3);
    near(share(matched.map(({ how }) => how.date === 'month')), 1 / 3);
    near(share(matched.map(({ how }) => how.date === 'year')), 1 / 6);
    near(share(matched.map(({ how }) => how.countsChanged)), 1 / 4);
    near(share(matched.map(({ how }) => how.wrongVillage)), 1 / 5);
    assert.ok(set.pool.every(({ id }) => !set.queries.some(({ id: query, match }) => query === id && !match)));
  });

  it('is the same for the same seed', () => {
    assert.deepEqual(
      duplicateSet(events, { pairs: 50, distractors: 20, seed: 9 }),
      duplicateSet(events, { pairs: 50, distractors: 20, seed: 9 }),
    );
  });

  it('finds most of the pairs among fewer distractors', () => {
    const { recallAt5, precision } = figuresOf(set);
    assert.ok(recallAt5 > 0.9, String(recallAt5));
    assert.ok(precision > 0.8, String(precision));
  });

  it('refuses half a file, naming row and reason', () => {
    assert.throws(
      () => readEvents(csv.replace('PUB-0003,2000,year', 'PUB-0003,2000-13,month'), places),
      /row 3 PUB-0003: date/,
    );
    assert.throws(() => readEvents('id,date\nX,2020', places), /columns missing: date_precision/);
  });

  it('spells names in other scripts', () => {
    assert.equal(spelled('Sarıcalı', 'ru'), 'Сарыджалы');
    assert.equal(spelled('Şahbulaq', 'hy'), 'Շահբուլաղ');
  });
});
