import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import type { CaseView } from '../../../../lib/triage/get-case.ts';
import { referralMethods } from '../../../../lib/triage/urgent/input.ts';
import { Button } from '../../../_ui/button.tsx';
import { SelectField, TextArea, TextField } from '../../../_ui/form/text-field.tsx';
import { urgent } from '../actions.ts';
import type { Answer } from './answer.ts';
import { Basis, Reason, Section } from './form-parts.tsx';
import { passedOnWords } from './passed-on-words.ts';

type Props = { locale: Locale; path: string; view: CaseView; answer: Answer };

/** What may be passed on in an emergency, and the record that it was; or the flag is taken back. */
export async function UrgentForm({ locale, path, view, answer }: Props) {
  const t = await getTranslations({ locale, namespace: 'triage' });
  const isUrgent = view.report.referredUrgentAt !== null;
  const words = await passedOnWords(locale, view.passOn);
  const field = (name: string) => ({
    name: `urgent-${name}`,
    error: answer.errorOf('urgent', name),
    defaultValue: answer.valueOf('urgent', name),
  });
  return (
    <Section form="urgent" title={isUrgent ? t('step.notUrgent') : t('step.urgent')} answer={answer}>
      <form action={urgent.bind(null, locale, path)}>
        <Basis view={view} />
        <input type="hidden" name="urgent" value={isUrgent ? 'no' : 'yes'} />
        {!isUrgent && (
          <>
            <TextArea
              name="urgent-text"
              label={t('urgent.text')}
              hint={t('urgent.textHint')}
              readOnly
              rows={words.split('\n').length + 2}
              defaultValue={words}
            />
            <TextField {...field('to')} label={t('urgent.to')} hint={t('urgent.toHint')} maxLength={200} />
            <SelectField
              {...field('how')}
              label={t('urgent.how')}
              options={referralMethods.map((value) => ({ value, label: t(`urgent.method.${value}`) }))}
            />
            <TextField
              {...field('passedAt')}
              label={t('urgent.at')}
              hint={t('urgent.atHint')}
              type="datetime-local"
              width="half"
            />
          </>
        )}
        <Reason form="urgent" label={t('reason')} answer={answer} />
        <Button kind={isUrgent ? 'second' : 'warning'}>{isUrgent ? t('step.notUrgent') : t('urgent.record')}</Button>
      </form>
    </Section>
  );
}
