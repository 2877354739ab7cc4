import { getTranslations } from 'next-intl/server';
import { type Locale, localeNames, locales } from '../../../lib/i18n/locales.ts';

/** How many letters of its name a language shows where the head is narrow; the rest is still read out. */
const shortLength: Record<Locale, number> = { az: 2, hy: 3, ru: 3, en: 2 };

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
              <span>
                {localeNames[other].slice(0, shortLength[other])}
                <span className="languages-rest">{localeNames[other].slice(shortLength[other])}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
