import { createHash } from 'node:crypto';
import approved from './approved.json' with { type: 'json' };
import { flatten } from './flatten.ts';
import type { Locale } from './locales.ts';
import { loadMessages } from './messages.ts';
import { noteOf } from './note-of.ts';

export type AwaitingText = { key: string; note: string; english: string; text: string };
type Texts = Record<string, string>;

/** What a reviewer approved: this wording of this English sentence. A change of either makes it wait again. */
export const approvalOf = (english: string, text: string): string =>
  createHash('sha256').update(`${english}\n${text}`).digest('hex').slice(0, 16);

/** The texts that no native reviewer has approved as they stand; approvals go by key. */
export function awaiting(texts: Texts, english: Texts, approvals: Texts): AwaitingText[] {
  return Object.entries(texts)
    .filter(([key, text]) => approvals[key] !== approvalOf(english[key] ?? '', text))
    .map(([key, text]) => ({ key, note: noteOf(key), english: english[key] ?? '', text }));
}

export async function awaitingReview(locale: Exclude<Locale, 'en'>): Promise<AwaitingText[]> {
  const [texts, english] = [await loadMessages(locale), await loadMessages('en')];
  return awaiting(flatten(texts), flatten(english), (approved as Record<string, Texts>)[locale] ?? {});
}
