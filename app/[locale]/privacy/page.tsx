import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { type LocaleParams, pageLocale } from '../../../lib/i18n/page-locale.ts';
import { Facts } from '../../_ui/facts.tsx';
import { Notice } from '../../_ui/notice.tsx';
import { PageShell } from '../../_ui/page-shell.tsx';
import { site } from '../../_ui/shell/site.ts';
import { tileHost } from '../../_ui/shell/tile-host.ts';

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'privacy' });
  return { title: t('title') };
}

const stored = ['report', 'places', 'contact', 'consent', 'photos', 'receipt', 'audit'] as const;
const notStored = ['address', 'people', 'trackers'] as const;
const audiences = [
  ['public', 'publicSees'],
  ['organisation', 'organisationSees'],
  ['urgent', 'urgentSees'],
  ['moderator', 'moderatorSees'],
] as const;

export default async function PrivacyPage({ params }: LocaleParams) {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: 'privacy' });
  const common = await getTranslations({ locale, namespace: 'common' });
  const { demonstration, operator, operatorContact, jurisdiction } = await site();
  const missing = t('operator.missing');
  return (
    <PageShell locale={locale} path="/privacy" width="column" exit>
      <h1>{t('title')}</h1>
      <p>{t('intro')}</p>
      {demonstration && <Notice title={t('practice')} />}
      <h2>{t('operator.title')}</h2>
      <Facts
        items={[
          { term: t('operator.name'), detail: demonstration ? common('operatorDemonstration') : (operator ?? missing) },
          { term: t('operator.contact'), detail: operatorContact ?? missing },
          { term: t('operator.jurisdiction'), detail: jurisdiction ?? missing },
        ]}
      />
      <Notice kind="warning" title={t('operator.courts')} />
      <h2>{t('stored.title')}</h2>
      <ul>
        {stored.map((key) => (
          <li key={key}>{t(`stored.${key}`)}</li>
        ))}
      </ul>
      <h2>{t('notStored.title')}</h2>
      <ul>
        {notStored.map((key) => (
          <li key={key}>{t(`notStored.${key}`)}</li>
        ))}
      </ul>
      <h2>{t('others.title')}</h2>
      <ul>
        <li>{t('others.network')}</li>
        <li>{t('others.tiles', { host: tileHost() })}</li>
        <li>{t('others.text')}</li>
        <li>
          <a href={`/${locale}/privacy/browser`}>{t('browser.title')}</a>
        </li>
      </ul>
      <h2>{t('audience.title')}</h2>
      <Facts items={audiences.map(([who, sees]) => ({ term: t(`audience.${who}`), detail: t(`audience.${sees}`) }))} />
      <h2>{t('withdraw.title')}</h2>
      <p>{t('withdraw.text')}</p>
      <p>{t('children')}</p>
    </PageShell>
  );
}
