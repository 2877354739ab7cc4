import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { languageOf, locales } from '../../../../lib/i18n/locales.ts';
import { type LocaleParams, pageLocale } from '../../../../lib/i18n/page-locale.ts';
import { PageShell } from '../../../_ui/page-shell.tsx';

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'paper' });
  return { title: t('title') };
}

/** What can be printed, in every language: open to everybody. */
export default async function PaperPage({ params }: LocaleParams) {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: 'paper' });
  const links = (kind: 'form' | 'poster') => (
    <ul>
      {[locale, ...locales.filter((other) => other !== locale)].map((language) => (
        <li key={language}>
          <a href={`/${language}/reports/paper/${kind}`} lang={language}>
            {languageOf(language).name}
          </a>
        </li>
      ))}
    </ul>
  );
  return (
    <PageShell locale={locale} path="/reports/paper" width="column">
      <h1>{t('title')}</h1>
      <p>{t('lead')}</p>
      <h2>{t('formTitle')}</h2>
      <p>{t('formText')}</p>
      {links('form')}
      <h2>{t('posterTitle')}</h2>
      <p>{t('posterText')}</p>
      {links('poster')}
      <p>
        <strong>{t('keepAway')}</strong>
      </p>
    </PageShell>
  );
}
