import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import { KeyBoard } from './key-board.tsx';

/** The keys of a page, and the button that lists them. */
export async function Keys({ locale }: { locale: Locale }) {
  const t = await getTranslations({ locale, namespace: 'triage.keys' });
  return (
    <KeyBoard
      words={{
        open: t('open'),
        title: t('title'),
        place: t('place'),
        list: t('list'),
        none: t('none'),
        close: t('close'),
      }}
    />
  );
}
