import type { Metadata } from 'next';
import { languageOf, locales } from '../lib/i18n/locales.ts';
import { loadMessages } from '../lib/i18n/messages.ts';
import './_ui/tokens.css';
import './_ui/base.css';
import './_ui/shell/shell.css';

export const metadata: Metadata = { title: '404 – Mineclue' };

/** An address without a language: said in all four. */
export default async function GlobalNotFound() {
  const spoken = await Promise.all(
    locales.map(async (locale) => ({ locale, words: (await loadMessages(locale)).errors.page })),
  );
  return (
    <html lang="en">
      <body>
        <main className="content content-column">
          <h1>404</h1>
          {spoken.map(({ locale, words }) => (
            <p key={locale} lang={locale} dir={languageOf(locale).direction}>
              {words.notFoundTitle}. <a href={`/${locale}`}>{languageOf(locale).name}</a>
            </p>
          ))}
        </main>
      </body>
    </html>
  );
}
