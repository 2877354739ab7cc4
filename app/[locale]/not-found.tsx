import { getLocale, getTranslations } from 'next-intl/server';
import { LinkButton } from '../_ui/link-button.tsx';
import { PageShell } from '../_ui/page-shell.tsx';

export default async function NotFoundPage() {
  const locale = await getLocale();
  const t = await getTranslations({ locale, namespace: 'errors' });
  return (
    <PageShell locale={locale} path="" width="column">
      <title>{t('page.notFoundTitle')}</title>
      <h1>{t('page.notFoundTitle')}</h1>
      <p>{t('page.notFoundText')}</p>
      <LinkButton href={`/${locale}`}>{t('page.toHome')}</LinkButton>
    </PageShell>
  );
}
