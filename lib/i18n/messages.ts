import { type LanguageFile, type Locale, languageFile } from './locales.ts';

export type Messages = Omit<LanguageFile, 'language'>;

/** The whole catalogue of one language; en.json is the source of the keys, the catalogue test holds the others to it. */
export async function loadMessages(locale: Locale): Promise<Messages> {
  const { language: _, ...messages } = languageFile(locale);
  return messages;
}
