import { translator } from '../../../../lib/i18n/translator.ts';
import { spoken } from '../../../../lib/ids.ts';
import type { Asking } from '../new/asking.ts';
import type { Sent } from '../new/form-mode.tsx';
import { ReceiptPage } from '../new/receipt-page.tsx';
import { AnotherLike } from './another-like.tsx';

/** The receipt for the person who spoke, the number for the one who wrote, and the way to the next report. */
export async function SentPage({ asking, sent: { stored, nearby, answers } }: { asking: Asking; sent: Sent }) {
  const t = await translator(asking.locale, 'interview');
  const { language, told } = answers.interview!;
  return (
    <>
      <ReceiptPage asking={asking} sent={stored} nearby={nearby} />
      <h2>{t('sent.title', { number: spoken.report(stored.number) })}</h2>
      {told === 'person' && <p>{t('sent.giveReceipt')}</p>}
      <AnotherLike
        locale={asking.locale}
        of={answers.reportId}
        language={language}
        told={told}
        label={t('sent.another')}
      />
      <p className="hint">{t('sent.anotherHint')}</p>
      <p className="no-print">
        <a href={`/${asking.locale}/reports/interview`}>{t('closed.toList')}</a>
      </p>
    </>
  );
}
