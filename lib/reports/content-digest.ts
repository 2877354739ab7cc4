import { hmac } from '../keys.ts';
import type { ReportInput } from './input.ts';

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, sorted(one)]));
};

/** Keyed digest of what was told, whatever the order of its keys; the reader's language and the way in are no content. */
export function contentDigest({ reportId: _, language: __, channel: ___, ...content }: ReportInput): string {
  return hmac('digest', JSON.stringify(sorted(content))).toString('hex');
}
