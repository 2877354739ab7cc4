import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Locale } from '../../lib/i18n/locales.ts';
import { DemonstrationBanner } from './shell/demonstration-banner.tsx';
import { ExitButton } from './shell/exit-button.tsx';
import { Mark } from './shell/mark.tsx';
import { SafetyStrip } from './shell/safety-strip.tsx';
import { SiteFooter } from './shell/site-footer.tsx';
import { SiteHeader } from './shell/site-header.tsx';
import './shell/shell.css';

type Props = {
  locale: Locale;
  /** The page's path below the language, so that the language switch keeps it: '' is the home page, '/method' the method. */
  path: string;
  /** `column` for reading, `full` for a map or a workbench that fills the page. */
  width?: 'column' | 'wide' | 'full';
  /** The way out at once, where the form has it too, on pages that a reporter reads before or after it. */
  exit?: boolean;
  children: ReactNode;
};

/** Safety strip, head, demonstration banner, content, footer with the caveats: every page that is not a reporter's form. */
export async function PageShell({ locale, path, width = 'wide', exit, children }: Props) {
  const t = await getTranslations({ locale, namespace: 'common' });
  return (
    <>
      <a className="skip-link" href="#content">
        {t('skipToContent')}
      </a>
      {exit && (
        <nav className="reporter-header" aria-label={t('leave')}>
          <Mark href={`/${locale}`} name={t('product')} />
          <ExitButton locale={locale} />
        </nav>
      )}
      <SafetyStrip locale={locale} />
      <SiteHeader locale={locale} path={path} mark={!exit} />
      <DemonstrationBanner locale={locale} />
      <main id="content" className={`content content-${width}`} tabIndex={-1}>
        {children}
      </main>
      <SiteFooter locale={locale} />
    </>
  );
}
