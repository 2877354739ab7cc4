import { getTranslations } from 'next-intl/server';
import { moderators } from '../../../lib/context.ts';
import type { Locale } from '../../../lib/i18n/locales.ts';
import { LanguageSwitch } from './language-switch.tsx';
import { Mark } from './mark.tsx';
import { reader } from './site.ts';

const rooms = [
  { key: 'tellUs', path: '/reports/new' },
  { key: 'map', path: '/map' },
  { key: 'data', path: '/datasets' },
  { key: 'method', path: '/method' },
] as const;
const workbench = { key: 'triage', path: '/triage' } as const;
const interview = { key: 'interview', path: '/reports/interview' } as const;
const account = { key: 'account', path: '/accounts' } as const;

const isModerator = (role: string) => (moderators as readonly string[]).includes(role);

async function roomsOfReader() {
  const actor = await reader();
  if (actor.type !== 'user') return rooms;
  if (isModerator(actor.role)) return [workbench, ...rooms, interview, account];
  return actor.role === 'organisation' ? [...rooms, interview, account] : [...rooms, account];
}

type Props = { locale: Locale; path: string /** False where it stands above already. */; mark: boolean };

export async function SiteHeader({ locale, path, mark }: Props) {
  const t = await getTranslations({ locale, namespace: 'common' });
  const shown = await roomsOfReader();
  return (
    <header className="site-header">
      {mark && <Mark href={`/${locale}`} name={t('product')} />}
      <nav className="site-nav" aria-label={t('pages')}>
        <ul>
          {shown.map((room) => (
            <li key={room.path}>
              <a href={`/${locale}${room.path}`} aria-current={path === room.path ? 'page' : undefined}>
                {t(room.key)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <LanguageSwitch locale={locale} path={path} />
    </header>
  );
}
