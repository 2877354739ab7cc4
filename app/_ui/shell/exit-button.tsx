import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../../lib/i18n/locales.ts';
import './reporter.css';

/** The way out at once: a plain link, and with its script a cover over the page and Shift three times. */
export async function ExitButton({ locale }: { locale: Locale }) {
  const t = await getTranslations({ locale, namespace: 'common' });
  return (
    <>
      <a className="exit" href="/exit" rel="noreferrer" data-exit="">
        {t('leave')}
      </a>
      <script src="/exit.js" async />
    </>
  );
}
