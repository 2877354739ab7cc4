import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { listAuditEvents } from '../../../../lib/audit/list-audit-events.ts';
import { type LocaleParams, pageLocale } from '../../../../lib/i18n/page-locale.ts';
import { pageAccess } from '../../../_http/page-access.ts';
import { AccountShell } from '../_parts/account-shell.tsx';
import { AuditFilterForm } from './audit-filter-form.tsx';
import { AuditTable } from './audit-table.tsx';

type Query = { type?: string; subject?: string; before?: string };
type Props = LocaleParams & { searchParams: Promise<Query> };

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'accounts' });
  return { title: t('audit.title') };
}

/** The newest rows; the address holds the filter and the place in the list. */
export default async function AuditPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const { session, ctx } = await pageAccess(locale, '/accounts/audit', 'administrator', 'lead');
  const t = await getTranslations({ locale, namespace: 'accounts' });
  const { type = '', subject = '', before = '' } = await searchParams;
  const beforeId = Number.isSafeInteger(Number(before)) ? Number(before) : 0;
  const filter = { subjectType: type, subjectId: subject.trim(), beforeId };
  const { events, olderThanId } = await listAuditEvents(ctx, filter);
  const kept = new URLSearchParams({ ...(type && { type }), ...(subject && { subject }) });
  const older = new URLSearchParams([...kept, ['before', String(olderThanId)]]);
  const query = kept.size > 0 ? `?${kept}` : '';
  return (
    <AccountShell locale={locale} path={`/accounts/audit${query}`} session={session}>
      <h1>{t('audit.title')}</h1>
      <p className="prose">{t('audit.lead')}</p>
      <AuditFilterForm locale={locale} type={type} subject={subject} />
      <AuditTable locale={locale} events={events} />
      <p className="button-row">
        {beforeId > 0 && <a href={`/${locale}/accounts/audit${query}`}>{t('audit.newest')}</a>}
        {olderThanId && <a href={`/${locale}/accounts/audit?${older}`}>{t('audit.older')}</a>}
      </p>
    </AccountShell>
  );
}
