import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { demonstrationPlaces } from '../../drizzle/demonstration/read-places.ts';
import { foldName } from './fold.ts';
import { type Rankable, rankPlaces } from './rank-places.ts';

const rankable = (row: { id: string; kind: Rankable['kind']; names: { name: string }[] }): Rankable => ({
  id: row.id,
  kind: row.kind,
  names: row.names.map(({ name }) => ({ name, folded: foldName(name) })),
});
const rows = demonstrationPlaces();
const places = rows.map(rankable);
const find = (text: string, limit = 8) => rankPlaces(foldName(text), places, limit).map(({ place }) => place.id);

describe('ranking places', () => {
  test('every name of every language finds its place', () => {
    for (const row of rows) {
      for (const { name } of row.names) assert.ok(find(name).includes(row.id), `${name} -> ${find(name)}`);
    }
  });

  test('two places are called Horadiz, and both are offered', () => {
    for (const name of ['Horadiz', 'Горадиз', 'Հորադիզ', 'horadi']) {
      assert.deepEqual(find(name).slice(0, 2).sort(), ['table:horadiz-village', 'wof:421173237'], name);
    }
  });

  test('Ağoğlan is a village and another name of Hadrut', () => {
    for (const name of ['Ağoğlan', 'Aghoghlan', 'Агоглан', 'agoglan']) {
      assert.deepEqual(find(name).slice(0, 2).sort(), ['table:aghoghlan', 'table:hadrut'], name);
    }
  });

  const halfRemembered: [string, string][] = [
    ['step', 'table:khankendi'],
    ['stepanokert', 'table:khankendi'],
    ['Hankendi', 'table:khankendi'],
    ['Мардакерт', 'table:aghdara'],
    ['martakret', 'table:aghdara'],
    ['marjanli', 'wof:1293572749'],
    ['мерджанлы', 'wof:1293572749'],
    ['dashalty', 'wof:1310342217'],
    ['карин так', 'wof:1310342217'],
    ['krasnyj bazar', 'table:karmir-shuka'],
    ['karmir', 'table:karmir-shuka'],
    ['gyulebird', 'wof:1343622931'],
    ['Madagis', 'wof:1209142461'],
    ['lacin', 'table:lachin'],
    ['Шаумян', 'table:ashaghi-aghjakand'],
  ];
  for (const [text, id] of halfRemembered) {
    test(`${text} finds ${id}`, () => assert.ok(find(text, 3).includes(id), find(text).join(', ')));
  }

  test('a name of nowhere finds nothing', () => assert.deepEqual(find('wxqjz'), []));

  const full = path.resolve('../shared/data/places.csv');
  test('measured on a full gazetteer', { skip: existsSync(full) ? false : `${full} is absent` }, (t) => {
    const all: Record<string, string>[] = parse(readFileSync(full, 'utf8'), { columns: true });
    const gazetteer = all.map((row) =>
      rankable({
        id: row.id!,
        kind: 'village',
        names: [row.name_en, row.name_az, row.name_hy, row.name_ru, ...(row.other_names ?? '').split(';')]
          .filter((name) => name !== undefined && name !== '')
          .map((name) => ({ name: name! })),
      }),
    );
    const sample = all.filter((_, i) => i % 193 === 0);
    for (const column of ['name_en', 'name_az', 'name_hy', 'name_ru'] as const) {
      const asked = sample.filter((row) => row[column]);
      const withoutThat = new Map(gazetteer.map((place) => [place.id, place]));
      const rate = (spell: (name: string) => string, keepOwn: boolean) => {
        const found = asked.filter((row) => {
          const name = row[column]!;
          const pool = keepOwn
            ? gazetteer
            : gazetteer.map((place) =>
                place.id === row.id
                  ? { ...place, names: withoutThat.get(place.id)!.names.filter((one) => one.name !== name) }
                  : place,
              );
          return rankPlaces(foldName(spell(name)), pool, 8).some(({ place }) => place.id === row.id);
        });
        return found.length / asked.length;
      };
      const whole = rate((name) => name, true);
      const typo = rate((name) => (name.length > 4 ? name.slice(0, 2) + name.slice(3) : name), true);
      const other = rate((name) => name, false);
      t.diagnostic(
        `${column}: ${asked.length} asked; whole ${whole.toFixed(3)}, a letter lost ${typo.toFixed(3)}, name unknown to the gazetteer ${other.toFixed(3)}`,
      );
      assert.ok(whole > 0.95, `${column} ${whole}`);
      assert.ok(typo > 0.75, `${column} ${typo}`);
    }
  });
});
