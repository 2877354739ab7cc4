import { one } from '../../../../lib/reports/form/answers.ts';
import type { Submitted } from '../../../../lib/reports/submit-report.ts';
import type { ToldNearby } from '../../../../lib/risk/hint-told-nearby.ts';
import { Notice } from '../../../_ui/notice.tsx';
import { site } from '../../../_ui/shell/site.ts';
import type { Asking } from './asking.ts';

type Props = { asking: Asking; sent: Submitted; nearby: ToldNearby | null };

/** The code and what happens next. It stands on this page alone: in no address, no title, no cookie. */
export async function ReceiptPage({ asking: { t, locale, values }, sent, nearby }: Props) {
  const { staffedHours } = await site();
  return (
    <>
      <h1>{sent.practice ? t('receipt.titlePractice') : t('receipt.title')}</h1>
      {sent.practice && <Notice title={t('practice.title')}>{t('practice.after')}</Notice>}
      <p>{t('receipt.code')}</p>
      <p className="receipt-code" data-receipt="">
        {sent.receiptCode}
      </p>
      <p>{t('receipt.keep')}</p>
      {nearby && (
        <Notice title={t(`toldNearby.${nearby}`)}>
          <p>{t('toldNearby.text')}</p>
        </Notice>
      )}
      <h2>{t('receipt.nextTitle')}</h2>
      <ol>
        <li>{t('receipt.next1')}</li>
        <li>{t('receipt.next2')}</li>
        <li>{t('receipt.next3')}</li>
      </ol>
      <p>{staffedHours ? t('safety.hours', { hours: staffedHours }) : t('safety.noHours')}</p>
      <p>
        <strong>{t('receipt.doNotReturn')}</strong>
      </p>
      {one(values, 'humanPresent') === 'yes' && <p>{t('receipt.personToo')}</p>}
      <p>{t('receipt.browser')}</p>
      <p className="no-print">
        <a href={`/${locale}/follow-up`}>{t('receipt.followUp')}</a> ·{' '}
        <a href={`/${locale}/reports/new`}>{t('receipt.another')}</a>
      </p>
    </>
  );
}
