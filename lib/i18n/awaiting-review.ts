import { flatten } from './flatten.ts';
import type { Locale } from './locales.ts';
import { loadMessages } from './messages.ts';
import marked from './review.json' with { type: 'json' };

export type AwaitingText = { key: string; english: string; text: string };

/** The texts of a language that no native reviewer has approved: review.json marks a key, or a whole part of the catalogue. */
export async function awaitingReview(locale: Exclude<Locale, 'en'>): Promise<AwaitingText[]> {
  const english = flatten(await loadMessages('en'));
  const marks = marked[locale];
  return Object.entries(flatten(await loadMessages(locale)))
    .filter(([key]) => marks.some((mark) => key === mark || key.startsWith(`${mark}.`)))
    .map(([key, text]) => ({ key, english: english[key] ?? '', text }));
}
