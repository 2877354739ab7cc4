import { locales } from '../../lib/i18n/locales.ts';

const ours = new RegExp(String.raw`^/(${locales.join('|')})(/(?!/)[\w.~%/-]*)?(\?[\w.~%&=+-]*)?$`);

/** The page that somebody wanted before signing in: a path of ours in a language of ours, or nothing. */
export const returnPath = (wanted: unknown): string | undefined =>
  typeof wanted === 'string' && ours.test(wanted) ? wanted : undefined;
