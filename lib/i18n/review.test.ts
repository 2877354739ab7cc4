import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
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
  test('no source enumerates the languages; those of the gazetteer are its own', () => {
    const enumerated = /(['"])az\1,\s*(['"])hy\2,\s*(['"])ru\3|az\|hy\|ru/;
    const allowed = ['lib/places/input.ts', 'lib/places/place-view.ts', 'lib/reports/input.ts'];
    const files = globSync('{app,lib,drizzle}/**/*.{ts,tsx}', { cwd: root })
      .map((file) => file.replaceAll(path.sep, '/'))
      .filter((file) => !/\.(test|bench)\.tsx?$|\/measure\//.test(file) && !allowed.includes(file));
    const found = [...files, 'next.config.js'].filter((file) =>
      enumerated.test(readFileSync(path.join(root, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')),
    );
    assert.deepEqual(found, []);
  });

  test('is one file: its texts, its name, its dates, numbers and addresses', () => {
    const project = mkdtempSync(path.join(tmpdir(), 'mineclue-language-'));
    try {
      cpSync('lib/i18n/messages', path.join(project, 'lib/i18n/messages'), { recursive: true });
      writeFileSync(path.join(project, 'lib/i18n/messages/tr.json'), JSON.stringify(turkish()));
      const script = ['locales', 'formats', 'format-address', 'format-coordinates', 'translator']
        .map((file) => `import * as ${file.replaceAll('-', '')} from '${pathToFileURL(`lib/i18n/${file}.ts`)}';`)
        .concat(`console.log(JSON.stringify([locales.locales, locales.negotiateLocale('tr-TR'), locales.languageName('en', 'tr'),
          formats.formatDate('tr', '1993-04-02'), formats.formatDistance('tr', 2500),
          formataddress.formatAddress('tr', { settlement: 'A', district: 'B' }),
          formatcoordinates.formatDms('tr', 39.8177, 46.7528), (await translator.translator('tr', 'safety'))('stop')]));`)
        .join('\n');
      const flags = [
        ...process.execArgv.filter((flag) => /strip-types|disable-warning/.test(flag)),
        '--input-type=module',
      ];
      const told = spawnSync(process.execPath, [...flags, '-e', script], { cwd: project, encoding: 'utf8' });
      assert.equal(told.status, 0, told.stderr);
      assert.deepEqual(JSON.parse(told.stdout), [
        ['az', 'hy', 'ru', 'en', 'tr'],
        'tr',
        'Turkish',
        '2 Nisan 1993',
        '2,5 km',
        'B, A',
        '39°49′04″ K; 46°45′10″ D',
        'Dur.',
      ]);
    } finally {
      rmSync(project, { recursive: true, force: true });
    }
  });
});

function turkish() {
  const { language, safety, ...rest } = JSON.parse(readFileSync('lib/i18n/messages/en.json', 'utf8'));
  const coordinates = { separator: '; ', north: 'K', south: 'G', east: 'D', west: 'B' };
  const own = { name: 'Türkçe', short: 'Tür', order: 5, tag: 'tr-TR', address: 'large first', coordinates };
  return { ...rest, language: { ...language, ...own }, safety: { ...safety, stop: 'Dur.' } };
}
