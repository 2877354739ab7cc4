import type { Metadata } from 'next';
import { connection } from 'next/server';
import { languageOf, locales } from '../lib/i18n/locales.ts';
import { loadMessages } from '../lib/i18n/messages.ts';
import { site } from './_ui/shell/site.ts';
import './_ui/tokens.css';
import './_ui/base.css';
import './_ui/shell/shell.css';

export const metadata: Metadata = { title: '404 – Mineclue' };

/** An address without a language: said in all four. */
export default async function GlobalNotFound() {
  // the mark of a demonstration is read from the database, which a build has not
  await connection();
  const { demonstration } = await site();
  const spoken = await Promise.all(
    locales.map(async (locale) => {
      const { errors, safety, demonstration } = await loadMessages(locale);
      return { locale, words: errors.page, safety, practice: demonstration };
    }),
  );
  return (
    <html lang="en">
      <body>
        <main className="content content-column">
          <h1>404</h1>
          {spoken.map(({ locale, words, safety, practice }) => (
            <section key={locale} lang={locale} dir={languageOf(locale).direction}>
              <p>
                {words.notFoundTitle}. <a href={`/${locale}`}>{languageOf(locale).name}</a>
              </p>
              <p className="caveat">
                <strong>{safety.noReports}</strong> {safety.treatAsDangerous}
              </p>
              {demonstration && (
                <p className="small">
                  <strong>{practice.title}</strong> {practice.caveat}
                </p>
              )}
            </section>
          ))}
        </main>
      </body>
    </html>
  );
}
