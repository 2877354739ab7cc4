import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import { spoken } from '../../../../lib/ids.ts';
import type { listQueue } from '../../../../lib/triage/list-queue.ts';
import { type Address, addressOf, pageSize } from './address.ts';
import { caseTitle, waited } from './case-words.ts';
import { Filters } from './filters.tsx';
import { Keys } from './keys.tsx';

type Props = {
  locale: Locale;
  address: Address;
  queue: Awaited<ReturnType<typeof listQueue>>;
  districts: { id: string; label: string }[];
  now: Date;
};

export async function Queue({ locale, address, queue, districts, now }: Props) {
  const t = await getTranslations({ locale, namespace: 'triage' });
  const bulk = await getTranslations({ locale, namespace: 'bulk' });
  const records = await getTranslations({ locale, namespace: 'records' });
  const { items, matching, counts } = queue;
  const offset = Number(address.from ?? 0) || 0;
  const { report: _, ...view } = address;
  const rows = await Promise.all(
    items.map(async (item) => ({
      item,
      title: await caseTitle(locale, item),
      age: await waited(locale, item.submittedAt, now),
    })),
  );
  return (
    <section className="triage-queue" aria-labelledby="queue-title">
      <Keys locale={locale} />
      <h2 id="queue-title">{t('queue.title')}</h2>
      {counts.takenBack > 0 && (
        <p className="small conflict">
          ▲ <a href={`/${locale}/triage/verify#taken-back`}>{t('queue.takenBack', { count: counts.takenBack })}</a>
        </p>
      )}
      <Filters locale={locale} address={address} districts={districts} />
      {rows.length === 0 && <p className="quiet">{t('queue.empty')}</p>}
      <ol className="queue-list" start={offset + 1}>
        {rows.map(({ item, title, age }) => (
          <li key={item.reportId} aria-current={item.reportId === address.report ? 'true' : undefined}>
            <a href={`/${locale}${addressOf({ ...address, report: item.reportId })}#case`}>
              <strong>{spoken.report(item.number)}</strong> <span>{title}</span>
            </a>
            <p className="small quiet">
              {[
                item.need === 'urgent' ? (
                  <strong key="need" className="urgent-word">
                    ▲ {t('need.urgent')}
                  </strong>
                ) : (
                  t(`need.${item.need}`)
                ),
                age,
                item.placeName,
                item.estimate ? t('precision', { precisionClass: item.estimate.precisionClass }) : t('unlocated'),
                item.incidentNumber !== null && spoken.incident(item.incidentNumber),
                item.clueNumber !== null && spoken.clue(item.clueNumber),
              ]
                .filter(Boolean)
                .map((part, i) => (
                  <span key={i}>{part}</span>
                ))}
            </p>
          </li>
        ))}
      </ol>
      {(offset > 0 || offset + items.length < matching) && (
        <p className="queue-pages">
          {offset > 0 && (
            <a href={`/${locale}${addressOf({ ...view, from: String(Math.max(0, offset - pageSize)) })}`}>
              {t('queue.before')}
            </a>
          )}
          {offset + items.length < matching && (
            <a href={`/${locale}${addressOf({ ...view, from: String(offset + pageSize) })}`}>{t('queue.after')}</a>
          )}
        </p>
      )}
      <p className="small quiet">
        {t('queue.matching', { count: matching })} · {t('queue.open', { count: counts.open })}
        {counts.oldestSubmittedAt &&
          ` · ${t('queue.oldest', { age: await waited(locale, counts.oldestSubmittedAt, now) })}`}{' '}
        · <a href={`/${locale}/clues`}>{t('queue.proposed', { count: counts.proposed })}</a> ·{' '}
        <a href={`/${locale}/triage/verify`}>{bulk('verify.title')}</a> ·{' '}
        <a href={`/${locale}/triage/bulk`}>{bulk('queue')}</a> · <a href={`/${locale}/records`}>{records('title')}</a>
      </p>
    </section>
  );
}
