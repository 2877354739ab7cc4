// Run as a file: `node lib/i18n/review.ts [az|hy|ru]` prints what a native reviewer has yet to approve.
import { awaitingReview } from './awaiting-review.ts';

for (const locale of ['az', 'hy', 'ru'] as const) {
  if (process.argv[2] && process.argv[2] !== locale) continue;
  const texts = await awaitingReview(locale);
  for (const { key, english, text } of texts) console.log(`${locale}\t${key}\t${english}\t${text}`);
  console.error(`${locale}: ${texts.length} texts await a native reviewer`);
}
