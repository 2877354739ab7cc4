import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { type LocaleParams, pageLocale } from '../../../../lib/i18n/page-locale.ts';
import { PageShell } from '../../../_ui/page-shell.tsx';

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'privacy' });
  return { title: t('browser.title') };
}

export default async function BrowserPage({ params }: LocaleParams) {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: 'privacy' });
  const common = await getTranslations({ locale, namespace: 'common' });
  return (
    <PageShell locale={locale} path="/privacy/browser" width="column" exit>
      <h1>{t('browser.title')}</h1>
      <p>{t('browser.intro')}</p>
      <h2>{t('browser.keepsTitle')}</h2>
      <ul>
        <li>{t('browser.history')}</li>
        <li>{t('browser.back')}</li>
        <li>{t('browser.keyboard')}</li>
        <li>{t('browser.cache')}</li>
      </ul>
      <p>{t('browser.nothingElse')}</p>
      <h2>{t('browser.exitTitle')}</h2>
      <p>{t('browser.exitText', { leave: common('leave') })}</p>
      <h2>{t('browser.doTitle')}</h2>
      <ul>
        <li>{t('browser.private')}</li>
        <li>{t('browser.delete')}</li>
        <li>{t('browser.receipt')}</li>
      </ul>
    </PageShell>
  );
}
