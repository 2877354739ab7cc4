// Run as a file: `node lib/i18n/review.ts hy [key…]` prints what a native reviewer has yet to approve, with the note for
// translators and the English; with `--approve` at the end, those texts are approved as they stand (a key, or a part of one).
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { approvalOf, awaitingReview } from './awaiting-review.ts';
import { isLocale, type Locale, locales } from './locales.ts';

const args = process.argv.slice(2);
const approve = args.includes('--approve');
const named = args.filter((arg) => !arg.startsWith('--') && !isLocale(arg));
const languages = locales.filter((locale) => locale !== 'en' && (!args.some(isLocale) || args.includes(locale)));
const isMeant = (key: string) =>
  named.length === 0 ? !approve : named.some((name) => key === name || key.startsWith(`${name}.`));

for (const locale of languages as Exclude<Locale, 'en'>[]) {
  const texts = (await awaitingReview(locale)).filter(({ key }) => isMeant(key));
  for (const { key, note, english, text } of texts) console.log([locale, key, note, english, text].join('\t'));
  if (approve)
    store(locale, Object.fromEntries(texts.map(({ key, english, text }) => [key, approvalOf(english, text)])));
  console.error(`${locale}: ${texts.length} texts ${approve ? 'approved' : 'await a native reviewer'}`);
}

function store(locale: string, approvals: Record<string, string>): void {
  const file = path.join(import.meta.dirname, 'approved.json');
  const all = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Record<string, string>>;
  const sorted = Object.entries({ ...all[locale], ...approvals }).sort(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(file, `${JSON.stringify({ ...all, [locale]: Object.fromEntries(sorted) }, null, 2)}\n`);
}
