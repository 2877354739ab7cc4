import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../lib/i18n/locales.ts';
import { PictureList } from './picture-list.tsx';
import { EmergencyCall } from './shell/emergency-call.tsx';

/** The safety words in full, each with its picture, the number to call last. */
export async function SafetySteps({ locale, country }: { locale: Locale; country?: string }) {
  const t = await getTranslations({ locale, namespace: 'safety' });
  return (
    <PictureList
      ordered
      items={[
        { drawing: 'stop', text: <strong>{t('page.steps.stop')}</strong> },
        { drawing: 'do_not_touch', text: <strong>{t('page.steps.do_not_touch')}</strong> },
        { drawing: 'step_back', text: t('stepBack') },
        { drawing: 'keep_others_away', text: t('keepOthersAway') },
        { drawing: 'call', text: <EmergencyCall locale={locale} country={country} /> },
      ]}
    />
  );
}
