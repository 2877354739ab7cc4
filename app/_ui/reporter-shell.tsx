import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Locale } from '../../lib/i18n/locales.ts';
import { AsideLink } from './aside-link.tsx';
import { Caveat } from './caveat.tsx';
import { DemonstrationBanner } from './shell/demonstration-banner.tsx';
import { EmergencyCall } from './shell/emergency-call.tsx';
import { ExitButton } from './shell/exit-button.tsx';
import { LanguageSwitch } from './shell/language-switch.tsx';
import { Mark } from './shell/mark.tsx';
import './shell/shell.css';
import './shell/reporter.css';

type Props = {
  locale: Locale;
  /** Where the answers so far are in no address, the switch would lose them: give it only on pages that hold none. */
  languagePath?: string;
  /** The language switch of a page that holds answers, as buttons of its own form. */
  languages?: ReactNode;
  /** Address of the step before; a form that carries answers back puts its own button into the page instead. */
  backHref?: string;
  /** Only the emergency numbers of this country. */
  country?: string;
  children: ReactNode;
};

/** One column, one question, and the way out always at the same place. */
export async function ReporterShell({ locale, languagePath, languages, backHref, country, children }: Props) {
  const t = await getTranslations({ locale, namespace: 'common' });
  const safety = await getTranslations({ locale, namespace: 'safety' });
  const reports = await getTranslations({ locale, namespace: 'reports' });
  // the answers stand in the page alone: what is read beside them must not take their place
  const newTab = languages ? reports('resilience.newTab') : undefined;
  return (
    <div className="reporter">
      <a className="skip-link" href="#content">
        {t('skipToContent')}
      </a>
      <header className="reporter-header">
        <Mark name={t('product')} />
        <ExitButton locale={locale} />
      </header>
      <section className="reporter-under no-print" aria-label={safety('stripLabel')}>
        <p>
          <strong>{safety('stop')}</strong> <EmergencyCall locale={locale} country={country} brief />
        </p>
        {languages ?? (languagePath !== undefined && <LanguageSwitch locale={locale} path={languagePath} />)}
      </section>
      <DemonstrationBanner locale={locale} />
      <main id="content" className="content reporter-content" tabIndex={-1}>
        {backHref && (
          <p className="back no-print">
            <a href={backHref}>
              <span aria-hidden="true">‹</span>
              {t('back')}
            </a>
          </p>
        )}
        {children}
      </main>
      <footer className="site-footer reporter-footer">
        <Caveat locale={locale} />
        <p className="small no-print">
          <AsideLink href={`/${locale}/privacy/browser`} newTab={newTab}>
            {t('browserRemembers')}
          </AsideLink>{' '}
          ·{' '}
          <AsideLink href={`/${locale}/privacy`} newTab={newTab}>
            {t('privacy')}
          </AsideLink>{' '}
          · {t('leaveHint')}
        </p>
      </footer>
    </div>
  );
}
