import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import type { RecordView } from '../../../../lib/records/get-record.ts';
import { Button } from '../../../_ui/button.tsx';
import { TextArea } from '../../../_ui/form/text-field.tsx';
import { WatchedForm } from '../../../_ui/form/watched-form.tsx';
import type { Answer } from '../../triage/_parts/answer.ts';
import { Section } from '../../triage/_parts/form-parts.tsx';
import { decideRecord } from '../actions.ts';

type Props = { locale: Locale; path: string; record: RecordView; answer: Answer };

/** Accept by a second person, or withdraw with a reason. */
export async function DecideRecord({ locale, path, record, answer }: Props) {
  const t = await getTranslations({ locale, namespace: 'records' });
  const triage = await getTranslations({ locale, namespace: 'triage' });
  if (record.state === 'withdrawn') return null;
  const basis = (
    <>
      <input type="hidden" name="recordId" value={record.id} />
      <input type="hidden" name="version" value={record.version} />
    </>
  );
  return (
    <section aria-labelledby="decide-title">
      <h2 id="decide-title">{t('decide')}</h2>
      {record.state === 'proposed' && (
        <form action={decideRecord.bind(null, locale, path, 'accept_record')}>
          {basis}
          <p>{t('acceptLead')}</p>
          <Button>{t('accept')}</Button>
        </form>
      )}
      <Section form="withdraw_record" title={t('withdraw')} answer={answer}>
        <WatchedForm action={decideRecord.bind(null, locale, path, 'withdraw_record')} unsaved={triage('unsaved')}>
          {basis}
          <TextArea
            name="withdraw_record-reason"
            label={t('reason')}
            rows={2}
            error={answer.errorOf('withdraw_record', 'reason')}
            defaultValue={answer.valueOf('withdraw_record', 'reason')}
          />
          <Button kind="second">{t('withdraw')}</Button>
        </WatchedForm>
      </Section>
    </section>
  );
}
