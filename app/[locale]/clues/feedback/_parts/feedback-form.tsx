import { getTranslations } from 'next-intl/server';
import { feedbackMethods, feedbackOutcomes } from '../../../../../lib/clues/feedback/input.ts';
import type { FeedbackView } from '../../../../../lib/clues/feedback/list-feedback.ts';
import type { ModeratorClue } from '../../../../../lib/clues/get-clue.ts';
import { formatDate } from '../../../../../lib/i18n/formats.ts';
import type { Locale } from '../../../../../lib/i18n/locales.ts';
import { Button } from '../../../../_ui/button.tsx';
import { SendingId } from '../../../../_ui/form/sending-id.tsx';
import { SelectField, TextArea, TextField } from '../../../../_ui/form/text-field.tsx';
import { WatchedForm } from '../../../../_ui/form/watched-form.tsx';
import type { Answer } from '../../../triage/_parts/answer.ts';
import { Section } from '../../../triage/_parts/form-parts.tsx';
import { sendFeedback } from '../actions.ts';

type Props = { locale: Locale; path: string; clue: ModeratorClue; answer: Answer; earlier: FeedbackView[] };

/** A find, a search, a release or a survey, with its source and the polygon as a list of corners. */
export async function FeedbackForm({ locale, path, clue, answer, earlier }: Props) {
  const t = await getTranslations({ locale, namespace: 'feedback' });
  const triage = await getTranslations({ locale, namespace: 'triage' });
  const field = (name: string) => ({
    name: `feedback-${name}`,
    error: answer.errorOf('feedback', name),
    defaultValue: answer.valueOf('feedback', name),
  });
  const outcomes = feedbackOutcomes.map((value) => ({ value, label: t(`outcomes.${value}`) }));
  const methods = feedbackMethods.map((value) => ({ value, label: t(`methods.${value}`) }));
  const corrected = earlier.map((one) => ({
    value: one.id,
    label: `${t(`outcomes.${one.outcome}`)}, ${one.document}, ${formatDate(locale, one.carriedOutOn)}`,
  }));
  return (
    <Section form="feedback" title={t('record')} answer={answer}>
      <WatchedForm action={sendFeedback.bind(null, locale, path)} unsaved={triage('unsaved')}>
        <SendingId name="feedback-id" />
        <input type="hidden" name="clueId" value={clue.id} />
        <input type="hidden" name="version" value={clue.version} />
        <TextField {...field('authority')} label={t('authority')} />
        <TextField {...field('document')} label={t('document')} />
        <SelectField {...field('outcome')} label={t('outcome')} hint={t('releaseHint')} options={outcomes} />
        <SelectField {...field('method')} label={t('method')} options={methods} />
        <TextField {...field('carriedOutOn')} label={t('carriedOutOn')} width="short" />
        <TextArea {...field('surveyed')} label={t('surveyed')} hint={t('surveyedHint')} rows={5} />
        {corrected.length > 0 && (
          <SelectField
            {...field('corrects')}
            label={t('corrects')}
            options={[{ value: '', label: t('correctsNothing') }, ...corrected]}
          />
        )}
        <TextArea {...field('note')} label={t('note')} rows={2} />
        <Button kind="second">{t('record')}</Button>
      </WatchedForm>
    </Section>
  );
}
