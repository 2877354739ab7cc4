import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import type { RecordView } from '../../../../lib/records/get-record.ts';
import { correctableStates } from '../../../../lib/records/input.ts';
import { Button } from '../../../_ui/button.tsx';
import { WatchedForm } from '../../../_ui/form/watched-form.tsx';
import { LinkButton } from '../../../_ui/link-button.tsx';
import type { Answer } from '../../triage/_parts/answer.ts';
import { Reason, Section } from '../../triage/_parts/form-parts.tsx';
import { decideRecord } from '../actions.ts';

type Props = { locale: Locale; path: string; record: RecordView; answer: Answer };

/** Accept or send back by a second person, correct, or withdraw; each but the first with a reason. */
export async function DecideRecord({ locale, path, record, answer }: Props) {
  const t = await getTranslations({ locale, namespace: 'records' });
  const triage = await getTranslations({ locale, namespace: 'triage' });
  if (record.state === 'withdrawn' || record.state === 'superseded') return null;
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
      {correctableStates.includes(record.state) && (
        <p>
          <LinkButton kind="second" href={`/${locale}/records/new?corrects=${record.id}`}>
            {t('correct')}
          </LinkButton>
        </p>
      )}
      {(record.state === 'proposed' ? (['send_back', 'withdraw'] as const) : (['withdraw'] as const)).map((act) => {
        const form = `${act}_record` as const;
        return (
          <Section key={act} form={form} title={t(act)} answer={answer}>
            <WatchedForm action={decideRecord.bind(null, locale, path, form)} unsaved={triage('unsaved')}>
              {basis}
              <Reason form={form} label={t('reason')} answer={answer} />
              <Button kind="second">{t(act)}</Button>
            </WatchedForm>
          </Section>
        );
      })}
    </section>
  );
}
