import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../../lib/i18n/locales.ts';
import { site } from './site.ts';

/** Stands on every page of a demonstration, prints included. */
export async function DemonstrationBanner({ locale }: { locale: Locale }) {
  const { demonstration } = await site();
  if (!demonstration) return null;
  const t = await getTranslations({ locale, namespace: 'demonstration' });
  return (
    <aside className="demonstration" aria-label={t('title')}>
      <p>
        <strong>{t('title')}</strong> <span>{t('caveat')}</span>
      </p>
    </aside>
  );
}
