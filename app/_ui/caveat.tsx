import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../lib/i18n/locales.ts';

/** Both caveats, from the one catalogue: on every map, empty result and print. */
export async function Caveat({ locale }: { locale: Locale }) {
  const t = await getTranslations({ locale, namespace: 'safety' });
  return (
    <p className="caveat">
      <strong>{t('noReports')}</strong> {t('treatAsDangerous')}
    </p>
  );
}
