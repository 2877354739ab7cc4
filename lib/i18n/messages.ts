import type { Locale } from './locales.ts';
import type en from './messages/en.json';

export type Messages = typeof en;

/** The whole catalogue of one language; en.json is the source of the keys, the catalogue test holds the others to it. */
export async function loadMessages(locale: Locale): Promise<Messages> {
  switch (locale) {
    case 'az':
      return (await import('./messages/az.json', { with: { type: 'json' } })).default;
    case 'hy':
      return (await import('./messages/hy.json', { with: { type: 'json' } })).default;
    case 'ru':
      return (await import('./messages/ru.json', { with: { type: 'json' } })).default;
    case 'en':
      return (await import('./messages/en.json', { with: { type: 'json' } })).default;
  }
}
