import { getTranslations } from 'next-intl/server';
import type { Context } from '../../../../lib/context.ts';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import type { RecordView } from '../../../../lib/records/get-record.ts';
import { listRecordScans } from '../../../../lib/records/list-record-scans.ts';
import type { Answer } from '../../triage/_parts/answer.ts';
import { ScanField } from '../../triage/location/_parts/scan-field.tsx';
import { ScanRemoval } from '../../triage/location/_parts/scan-removal.tsx';
import '../records.css';

type Props = {
  ctx: Context;
  locale: Locale;
  path: string;
  record: RecordView;
  answer: Answer;
  /** What the address says: which image is shown, and why the last one was not taken. */
  given: { scan?: string; refused?: string };
};

/** The paper itself, one image at a time; moderators only, since names may stand on it. */
export async function RecordScans({ ctx, locale, path, record, answer, given }: Props) {
  const t = await getTranslations({ locale, namespace: 'records' });
  const location = await getTranslations({ locale, namespace: 'location' });
  const scans = await listRecordScans(ctx, record.id);
  const current = scans.find(({ id }) => id === given.scan) ?? scans[0];
  const open = record.state !== 'withdrawn' && record.state !== 'superseded';
  const words = (number: number) => location('scanFile.image', { number });
  const address = current && `/${locale}/records/${current.recordId}/scans/${current.id}`;
  return (
    <section aria-labelledby="scans">
      <h2 id="scans">{t('scans')}</h2>
      <p className="small quiet">{t('scansLead')}</p>
      {scans.length === 0 && <p>{t('scansNone')}</p>}
      {scans.length > 1 && (
        <ul className="record-scans" aria-label={t('scans')}>
          {scans.map(({ id, number }) => (
            <li key={id}>
              <a href={`/${locale}${path}?scan=${id}#scans`} aria-current={id === current?.id ? 'true' : undefined}>
                {words(number)}
              </a>
            </li>
          ))}
        </ul>
      )}
      {current && (
        <a href={address} className="record-scan">
          <img src={address} alt={words(current.number)} width={current.width} height={current.height} loading="lazy" />
        </a>
      )}
      {current?.recordId === record.id && (
        <ScanRemoval
          locale={locale}
          path={path}
          owner={{ recordId: record.id }}
          scan={current}
          answer={answer}
          lead={t('scansRemoval')}
        />
      )}
      {open && (
        <form method="post" encType="multipart/form-data" action={`/${locale}/records/${record.id}/scans`}>
          <ScanField locale={locale} refused={given.refused} />
        </form>
      )}
    </section>
  );
}
