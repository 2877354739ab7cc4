import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { approvalOf, awaiting, awaitingReview } from './awaiting-review.ts';
import { flatten } from './flatten.ts';
import { locales } from './locales.ts';
import { loadMessages } from './messages.ts';
import { noteOf } from './note-of.ts';
import notes from './notes.json' with { type: 'json' };

const root = path.resolve(import.meta.dirname, '../..');

describe('review by native readers', () => {
  const english = { 'safety.stop': 'Stop.', 'home.title': 'Home' };
  const texts = { 'safety.stop': 'Стойте.', 'home.title': 'Главная' };

  test('a text is approved by its key, and waits again once it or its English changes', () => {
    const approvals = { 'safety.stop': approvalOf('Stop.', 'Стойте.') };
    const keys = (a: typeof texts, b: typeof english) => awaiting(a, b, approvals).map(({ key }) => key);
    assert.deepEqual(keys(texts, english), ['home.title']);
    assert.deepEqual(keys({ ...texts, 'safety.stop': 'Стой.' }, english), ['safety.stop', 'home.title']);
    assert.deepEqual(keys(texts, { ...english, 'safety.stop': 'Stand.' }), ['safety.stop', 'home.title']);
  });

  test('every language but English is listed, with the English beside each text', async () => {
    for (const locale of locales) {
      if (locale === 'en') continue;
      for (const { key, english } of await awaitingReview(locale)) assert.ok(english !== '', `${locale} ${key}`);
    }
  });
});

describe('notes for translators', async () => {
  const keys = Object.keys(flatten(await loadMessages('en')));

  test('every text of the public pages has one, and every note a text', () => {
    const read =
      /^(common|datasets|demonstration|errors|home|interview|map|method|paper|privacy|reports|safety|values)\./;
    assert.deepEqual(
      keys.filter((key) => read.test(key) && !noteOf(key)),
      [],
    );
    const idle = Object.keys(notes).filter((note) => !keys.some((key) => key === note || key.startsWith(`${note}.`)));
    assert.deepEqual(idle, []);
  });
});

describe('a fifth language', () => {
  test('no source but the list of languages enumerates them', () => {
    const enumerated = /(['"])az\1,\s*(['"])hy\2,\s*(['"])ru\3|az\|hy\|ru/;
    const allowed = [
      'lib/i18n/locales.ts',
      // names of places, reports and accounts keep their own lists, each held to ours by the type checker or below
      'lib/places/input.ts',
      'lib/places/place-view.ts',
      'lib/reports/input.ts',
      'lib/accounts/input.ts',
    ];
    const files = globSync('{app,lib,drizzle}/**/*.{ts,tsx}', { cwd: root })
      .map((file) => file.replaceAll(path.sep, '/'))
      .filter((file) => !/\.(test|bench)\.tsx?$|\/measure\/|\/messages\//.test(file) && !allowed.includes(file));
    const found = files.filter((file) =>
      enumerated.test(readFileSync(path.join(root, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')),
    );
    assert.deepEqual(found, []);
  });

  test('the lists that may not import ours, and the rewrite of addresses, say the same', async () => {
    const { languages } = await import('../reports/input.ts');
    const { accountLanguages } = await import('../accounts/input.ts');
    const { placeNameLanguages } = await import('../places/input.ts');
    assert.deepEqual([...languages], [...locales]);
    assert.deepEqual([...accountLanguages], [...locales]);
    assert.deepEqual([...placeNameLanguages], [...locales, 'other']);
    assert.ok(readFileSync(path.join(root, 'next.config.js'), 'utf8').includes(`(?:${locales.join('|')})$`));
  });
});
