import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { formatDate, formatDateTime } from '../../../../lib/i18n/formats.ts';
import { type LocaleParams, pageLocale } from '../../../../lib/i18n/page-locale.ts';
import { listVersions } from '../../../../lib/risk/compare-versions.ts';
import { pageAccess } from '../../../_http/page-access.ts';
import { Button } from '../../../_ui/button.tsx';
import { DataTable } from '../../../_ui/data-table.tsx';
import { PageShell } from '../../../_ui/page-shell.tsx';
import { ComparedVersions } from './compared-versions.tsx';
import { RebuiltVersion } from './rebuilt-version.tsx';
import './versions.css';

type Search = { from?: string; to?: string; rebuild?: string };
type Props = LocaleParams & { searchParams: Promise<Search> };

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'risk.versions' });
  return { title: t('title') };
}

/** The stored versions of the danger layer: two of them compared cell by cell, or one computed again. For moderators. */
export default async function VersionsPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const { ctx } = await pageAccess(locale, '/map/versions', 'moderator', 'lead');
  const t = await getTranslations({ locale, namespace: 'risk.versions' });
  const versions = await listVersions(ctx);
  const { from, to, rebuild } = await searchParams;
  const numberOf = (value: unknown) => versions.find(({ number }) => String(number) === value)?.number;
  const [before, after] = [numberOf(from) ?? versions[1]?.number, numberOf(to) ?? versions[0]?.number];
  const rebuilt = numberOf(rebuild);
  const choice = (name: 'from' | 'to', number: number) => (
    <label className="version-choice">
      <input type="radio" name={name} value={number} defaultChecked={number === (name === 'from' ? before : after)} />
      <span className="visually-hidden">{t(`${name}Version`, { number })}</span>
    </label>
  );
  return (
    <PageShell locale={locale} path="/map/versions">
      <h1>{t('title')}</h1>
      <p className="prose">{t('lead')}</p>
      {rebuilt !== undefined && <RebuiltVersion ctx={ctx} locale={locale} number={rebuilt} />}
      {rebuilt === undefined && numberOf(from) && numberOf(to) && (
        <ComparedVersions ctx={ctx} locale={locale} before={numberOf(from)!} after={numberOf(to)!} />
      )}
      <form method="get" className="stack">
        <DataTable
          id="versions"
          caption={t('caption')}
          captionHidden
          columns={[
            { key: 'from', label: t('from') },
            { key: 'to', label: t('to') },
            { key: 'number', label: t('number') },
            { key: 'computed', label: t('computed') },
            { key: 'asOf', label: t('asOf') },
            { key: 'clues', label: t('clues') },
            { key: 'again', label: t('again') },
          ]}
          rows={versions.map(({ number, computedAt, asOf, clueCount }) => ({
            key: String(number),
            cells: {
              from: choice('from', number),
              to: choice('to', number),
              number,
              computed: formatDateTime(locale, computedAt),
              asOf: formatDate(locale, asOf),
              clues: clueCount,
              again: (
                <Button kind="second" name="rebuild" value={number} aria-label={t('rebuildVersion', { number })}>
                  {t('rebuild')}
                </Button>
              ),
            },
          }))}
          empty={t('empty')}
        />
        {versions.length > 0 && <Button>{t('compare')}</Button>}
      </form>
    </PageShell>
  );
}
