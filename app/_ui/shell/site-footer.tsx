import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../../lib/i18n/locales.ts';
import { Caveat } from '../caveat.tsx';
import { reader, site } from './site.ts';

export async function SiteFooter({ locale }: { locale: Locale }) {
  const t = await getTranslations({ locale, namespace: 'common' });
  const { demonstration, operator, operatorContact } = await site();
  const actor = await reader();
  const named = operator ? t('operatedBy', { operator }) : t('operatorMissing');
  return (
    <footer className="site-footer">
      <Caveat locale={locale} />
      <ul className="no-print">
        <li>
          <a href={`/${locale}/safety`}>{t('safety')}</a>
        </li>
        <li>
          <a href={`/${locale}/privacy`}>{t('privacy')}</a>
        </li>
        <li>
          <a href={`/${locale}/privacy/browser`}>{t('browserRemembers')}</a>
        </li>
        <li>
          <a href={`/${locale}/follow-up`}>{t('followUp')}</a>
        </li>
        {actor.type !== 'user' && (
          <li>
            <a href={`/${locale}/accounts/sign-in`}>{t('signIn')}</a>
          </li>
        )}
      </ul>
      <p className="small quiet">
        {demonstration ? t('operatorDemonstration') : named}
        {operatorContact && <> · {operatorContact}</>}
      </p>
    </footer>
  );
}
