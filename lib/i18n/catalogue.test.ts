import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { IntlMessageFormat } from 'intl-messageformat';
import { flatten } from './flatten.ts';
import { type Locale, locales } from './locales.ts';
import { loadMessages } from './messages.ts';
import { sameInAzerbaijani, sameInEveryLanguage } from './same-in-every-language.ts';

type Element = { type: number; value?: string; options?: Record<string, { value: Element[] }>; children?: Element[] };
const catalogues = Object.fromEntries(
  await Promise.all(locales.map(async (locale) => [locale, flatten(await loadMessages(locale))] as const)),
) as Record<'az' | 'hy' | 'ru' | 'en', Record<string, string>> & Record<Locale, Record<string, string>>;
const english = catalogues.en;
const others = locales.filter((locale) => locale !== 'en');

const parse = (text: string, locale: string) =>
  new IntlMessageFormat(text, locale, undefined, { ignoreTag: false }).getAst() as unknown as Element[];

const mayStay = (locale: Locale, text: string) =>
  sameInEveryLanguage.has(text) || (locale === 'az' && sameInAzerbaijani.has(text));

/** Placeholders and tags by name, and the branches of each plural, however deep they lie. */
function inspect(elements: Element[], names = new Set<string>(), plurals: string[][] = []) {
  for (const { type, value, options, children } of elements) {
    if (type !== 0 && type !== 7 && value) names.add(type === 8 ? `<${value}>` : value);
    if (type === 6 && options) plurals.push(Object.keys(options).filter((key) => !key.startsWith('=')));
    for (const branch of Object.values(options ?? {})) inspect(branch.value, names, plurals);
    if (children) inspect(children, names, plurals);
  }
  return { names: [...names].sort(), plurals };
}

describe('catalogues', () => {
  for (const locale of others) {
    const texts = catalogues[locale] ?? {};

    test(`${locale} has the keys of en, no more and no fewer`, () => {
      assert.deepEqual(Object.keys(texts).sort(), Object.keys(english).sort());
    });

    test(`${locale} has no English left over`, () => {
      const left = Object.entries(texts).filter(
        ([key, text]) => text === english[key] && /\p{L}{4,}/u.test(text) && !mayStay(locale, text),
      );
      assert.deepEqual(left, []);
    });

    test(`${locale} asks for the same placeholders as en`, () => {
      const different = Object.entries(texts).filter(
        ([key, text]) =>
          inspect(parse(text, locale)).names.join() !== inspect(parse(english[key] ?? '', 'en')).names.join(),
      );
      assert.deepEqual(different, []);
    });
  }

  for (const locale of locales) {
    test(`${locale} has no empty text, and its namespaces stand in alphabetical order`, () => {
      const empty = Object.entries(catalogues[locale] ?? {}).filter(([, text]) => text.trim() === '');
      assert.deepEqual(empty, []);
      const file = readFileSync(path.join(import.meta.dirname, `messages/${locale}.json`), 'utf8');
      const namespaces = Object.keys(JSON.parse(file));
      assert.deepEqual(namespaces, namespaces.toSorted());
    });

    test(`${locale} has every plural category of its language and no other`, () => {
      const needed = new Intl.PluralRules(locale).resolvedOptions().pluralCategories.toSorted().join();
      const wrong = Object.entries(catalogues[locale] ?? {}).flatMap(([key, text]) =>
        inspect(parse(text, locale))
          .plurals.map((found) => found.toSorted().join())
          .filter((found) => found !== needed)
          .map((found) => `${key}: ${found} instead of ${needed}`),
      );
      assert.deepEqual(wrong, []);
    });
  }

  test('hy is written in Armenian letters, ru in Cyrillic ones, az and en in neither', () => {
    const scripts = {
      az: /[\p{Script=Armenian}\p{Script=Cyrillic}]/u,
      en: /[\p{Script=Armenian}\p{Script=Cyrillic}]/u,
    };
    const foreign = (['az', 'en'] as const).flatMap((locale) =>
      Object.entries(catalogues[locale]).filter(([, text]) => scripts[locale].test(text)),
    );
    assert.deepEqual(foreign, []);
    const own = { hy: /\p{Script=Armenian}/u, ru: /\p{Script=Cyrillic}/u };
    const missing = (['hy', 'ru'] as const).flatMap((locale) =>
      Object.entries(catalogues[locale])
        .filter(([, text]) => /\p{L}{3,}/u.test(text.replaceAll(/\{\w+\}/g, '')))
        .filter(([, text]) => !own[locale].test(text) && !sameInEveryLanguage.has(text))
        .map(([key, text]) => `${locale} ${key}: ${text}`),
    );
    assert.deepEqual(missing, []);
  });

  test('no text promises what safety forbids', () => {
    const forbidden = /\b(safe area|safe zone|all clear|no risk|anonymous|unhackable|zero[- ]knowledge)\b/i;
    assert.deepEqual(
      Object.entries(english).filter(([, text]) => forbidden.test(text)),
      [],
    );
    assert.match(english['safety.noReports'] ?? '', /NOT mean this area is safe/);
  });
});
