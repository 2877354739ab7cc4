import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../../lib/i18n/locales.ts';
import { EmergencyCall } from './emergency-call.tsx';

/** The first words on every page: what to do at a mine, and the number to call. */
export async function SafetyStrip({ locale }: { locale: Locale }) {
  const t = await getTranslations({ locale, namespace: 'safety' });
  return (
    <section className="safety-strip" aria-label={t('stripLabel')}>
      <p>
        <strong>{t('stop')}</strong> {t('standStillCall')}
      </p>
      <p className="safety-strip-links">
        <EmergencyCall locale={locale} brief />
        <a href={`/${locale}/safety`}>{t('inPictures')}</a>
      </p>
    </section>
  );
}
