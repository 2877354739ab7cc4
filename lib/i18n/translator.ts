import { createTranslator } from 'use-intl/core';
import type { Locale } from './locales.ts';
import { loadMessages, type Messages } from './messages.ts';

/** Translations outside pages: exports, prints, jobs. `(await translator('hy', 'safety'))('stop')`. */
export async function translator<const Namespace extends keyof Messages>(locale: Locale, namespace: Namespace) {
  return createTranslator({ locale, messages: await loadMessages(locale), namespace, timeZone: 'Asia/Baku' });
}
