import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Session } from '../../../../lib/accounts/get-session.ts';
import type { Role } from '../../../../lib/accounts/input.ts';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import { Button } from '../../../_ui/button.tsx';
import { PageShell } from '../../../_ui/page-shell.tsx';
import './accounts.css';

const rooms = [
  { key: 'profile', path: '/accounts', roles: null },
  { key: 'triage', path: '/triage', roles: ['moderator', 'lead'] },
  { key: 'datasets', path: '/datasets', roles: ['organisation'] },
  { key: 'organisation', path: '/accounts/organisations', roles: ['organisation'] },
  { key: 'members', path: '/accounts/members', roles: ['administrator'] },
  { key: 'organisations', path: '/accounts/organisations', roles: ['administrator'] },
  { key: 'deployment', path: '/accounts/deployment', roles: ['administrator'] },
  { key: 'zones', path: '/accounts/zones', roles: ['administrator', 'lead'] },
  { key: 'evidenceTable', path: '/accounts/evidence-table', roles: ['administrator'] },
  { key: 'audit', path: '/accounts/audit', roles: ['administrator', 'lead'] },
] as const satisfies { key: string; path: string; roles: readonly Role[] | null }[];

type Props = { locale: Locale; path: string; session: Session; children: ReactNode };

/** The pages behind sign-in share their way around, by role, and the way out. `path` may carry a query. */
export async function AccountShell({ locale, path, session, children }: Props) {
  const t = await getTranslations({ locale, namespace: 'accounts' });
  const { role } = session.actor;
  const open = rooms.filter(({ roles }) => !roles || (roles as readonly Role[]).includes(role));
  const here = path.split('?')[0];
  return (
    <PageShell locale={locale} path={path}>
      <div className="account-bar no-print">
        <nav aria-label={t('navigation')}>
          <ul>
            {open.map((room) => (
              <li key={room.key}>
                <a href={`/${locale}${room.path}`} aria-current={here === room.path ? 'page' : undefined}>
                  {t(`nav.${room.key}`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <form method="post" action={`/${locale}/accounts/sign-out`}>
          <span className="small quiet">{t('signedInAs', { name: session.name, role: t(`roles.${role}`) })}</span>
          <Button kind="second">{t('signOut')}</Button>
        </form>
      </div>
      {children}
    </PageShell>
  );
}
