import { getTranslations } from 'next-intl/server';
import { type Locale, languageOf, locales } from '../../../lib/i18n/locales.ts';

/** The same page in the other languages, each by its own name. */
export async function LanguageSwitch({ locale, path }: { locale: Locale; path: string }) {
  const t = await getTranslations({ locale, namespace: 'common' });
  return (
    <nav className="languages" aria-label={t('language')}>
      <ul>
        {locales.map((other) => (
          <li key={other}>
            <a
              href={`/${other}${path}`}
              hrefLang={other}
              lang={other}
              aria-current={other === locale ? 'true' : undefined}
            >
              <LanguageLabel locale={other} />
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The language's own name; where the head is narrow only its beginning shows, and the rest is still read out. */
export function LanguageLabel({ locale }: { locale: Locale }) {
  const { name, short } = languageOf(locale);
  return (
    <span>
      {short}
      <span className="languages-rest">{name.slice(short.length)}</span>
    </span>
  );
}
