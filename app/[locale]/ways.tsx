import { getTranslations } from 'next-intl/server';
import { landing } from '../../lib/accounts/rules.ts';
import type { Locale } from '../../lib/i18n/locales.ts';
import { reader } from '../_ui/shell/site.ts';

/** For those who come to look, to take the data out, or to work: their doors, right below those for telling. */
export async function Ways({ locale }: { locale: Locale }) {
  const t = await getTranslations({ locale, namespace: 'home.ways' });
  const actor = await reader();
  const ways = [
    { key: 'map', path: '/map' },
    { key: 'data', path: '/datasets' },
    { key: 'work', path: actor.type === 'user' ? landing[actor.role] : '/accounts/sign-in' },
    { key: 'paper', path: '/reports/paper' },
  ] as const;
  return (
    <nav aria-label={t('title')}>
      <ul className="home-ways">
        {ways.map(({ key, path }) => (
          <li key={key}>
            <a href={`/${locale}${path}`}>{t(key)}</a>
            <span className="small quiet">{t(`${key}Hint`)}</span>
          </li>
        ))}
      </ul>
    </nav>
  );
}
