import type { Metadata, Viewport } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { languageOf } from '../../lib/i18n/locales.ts';
import { type LocaleParams, pageLocale } from '../../lib/i18n/page-locale.ts';
import { ErrorWordsProvider } from '../_ui/error-words.tsx';
import { SafetyStrip } from '../_ui/shell/safety-strip.tsx';
import '../_ui/tokens.css';
import '../_ui/base.css';
import '../_ui/shell/shell.css';

// Banner, numbers and figures come from the running deployment: nothing is rendered at build time.
export const dynamic = 'force-dynamic';

export const viewport: Viewport = { colorScheme: 'light dark' };

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'common' });
  return {
    title: { default: t('product'), template: `%s – ${t('product')}` },
    description: t('description'),
    formatDetection: { telephone: false },
  };
}

export default async function LocaleLayout({ children, params }: LocaleParams & { children: ReactNode }) {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: 'errors' });
  const words = {
    title: t('page.failedTitle'),
    text: t('page.failedText'),
    tryAgain: t('page.tryAgain'),
    toHome: t('page.toHome'),
    homeHref: `/${locale}`,
    safety: <SafetyStrip locale={locale} />,
  };
  return (
    <html lang={locale} dir={languageOf(locale).direction}>
      <body>
        <ErrorWordsProvider words={words}>{children}</ErrorWordsProvider>
      </body>
    </html>
  );
}
