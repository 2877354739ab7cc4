import { getTranslations } from 'next-intl/server';
import { boundaryLocale } from '../../../../lib/i18n/page-locale.ts';
import { currentSession } from '../../../_http/current-session.ts';
import { PageShell } from '../../../_ui/page-shell.tsx';
import { AccountShell } from './account-shell.tsx';

/**
 * Signed in, but with a role that does not open the page: what it is, and where this role's own pages are. Each room
 * behind sign-in has its own `forbidden.tsx`: one at the top would travel along in every public page.
 */
export async function Refusal() {
  const locale = await boundaryLocale();
  const t = await getTranslations({ locale, namespace: 'accounts' });
  const session = await currentSession();
  const words = (
    <>
      <title>{t('refusal.title')}</title>
      <h1>{t('refusal.title')}</h1>
      <p className="prose">{t('refusal.text')}</p>
    </>
  );
  if (!session)
    return (
      <PageShell locale={locale} path="">
        {words}
      </PageShell>
    );
  return (
    <AccountShell locale={locale} path="/accounts/" session={session}>
      {words}
    </AccountShell>
  );
}
