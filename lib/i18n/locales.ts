export const locales = ['az', 'hy', 'ru', 'en'] as const;
export type Locale = (typeof locales)[number];

/** Each language by its own name, in the order of the switch. */
export const localeNames: Record<Locale, string> = {
  az: 'Azərbaycanca',
  hy: 'Հայերեն',
  ru: 'Русский',
  en: 'English',
};

export const isLocale = (value: unknown): value is Locale => locales.some((locale) => locale === value);

/** The first language of an Accept-Language header that we speak, by its weight; English when there is none. */
export function negotiateLocale(acceptLanguage: string | null): Locale {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const weight = parameters.find((parameter) => parameter.trim().startsWith('q='));
      return { language: tag.split('-')[0], weight: weight ? Number(weight.trim().slice(2)) : 1 };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return wanted.map(({ language }) => language).find(isLocale) ?? 'en';
}
