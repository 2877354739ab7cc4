import { getTranslations } from 'next-intl/server';
import { type FeedbackView, listFeedback } from '../../../../../lib/clues/feedback/list-feedback.ts';
import type { ModeratorClue } from '../../../../../lib/clues/get-clue.ts';
import type { Context } from '../../../../../lib/context.ts';
import { formatDate, formatNumber } from '../../../../../lib/i18n/formats.ts';
import type { Locale } from '../../../../../lib/i18n/locales.ts';
import { Button } from '../../../../_ui/button.tsx';
import { TextArea } from '../../../../_ui/form/text-field.tsx';
import { StateLabel } from '../../../../_ui/state-label.tsx';
import type { Answer } from '../../../triage/_parts/answer.ts';
import { Section } from '../../../triage/_parts/form-parts.tsx';
import { judgeFeedback } from '../actions.ts';
import { FeedbackForm } from './feedback-form.tsx';
import { FeedbackMap } from './feedback-map.tsx';

type Props = { ctx: Context; locale: Locale; clue: ModeratorClue; answer: Answer };
const shapes = { recorded: 'waiting', confirmed: 'settled', withdrawn: 'stopped' } as const;

/** What came back from the ground, in the order of its coming, each with whether it counts and why. */
export async function Feedback({ ctx, locale, clue, answer }: Props) {
  const t = await getTranslations({ locale, namespace: 'feedback' });
  const all = await listFeedback(ctx, clue.id);
  const path = `/clues/${clue.id}`;
  const percent = (share: number) => `${formatNumber(locale, Math.floor(share * 1000) / 10, 1)} %`;
  return (
    <section aria-labelledby="feedback-title">
      <h2 id="feedback-title">{t('title')}</h2>
      <p>{t('lead')}</p>
      <FeedbackMap ctx={ctx} locale={locale} clue={clue} feedback={all} />
      {all.length === 0 && <p className="quiet">{t('none')}</p>}
      {all.map((one) => (
        <article key={one.id} className="candidate">
          <p>
            <StateLabel kind={shapes[one.state]}>{t(`state.${one.state}`)}</StateLabel>{' '}
            <strong>{t(`outcomes.${one.outcome}`)}</strong> · {t(`methods.${one.method}`)} ·{' '}
            {formatDate(locale, one.carriedOutOn)}
          </p>
          <p className="small">
            {one.authority}, {one.document}. {one.surveyed && t('covers', { percent: percent(one.coverage) })}{' '}
            {t(`counts.${countKey(one)}`)}
          </p>
          <p className="small quiet">
            {[
              t('byRecorder', { name: one.recordedByName }),
              one.confirmedByName && t('byConfirmer', { name: one.confirmedByName }),
              one.note,
              one.withdrawalReason,
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          {one.state === 'recorded' && (
            <form action={judgeFeedback.bind(null, locale, path, 'confirm')}>
              <Which one={one} />
              <Button kind="second">{t('confirm')}</Button>
            </form>
          )}
          {one.state !== 'withdrawn' && (
            <Section form={`withdraw_feedback-${one.id}`} title={t('withdraw')} answer={answer}>
              <form action={judgeFeedback.bind(null, locale, path, 'withdraw')}>
                <Which one={one} />
                <TextArea
                  name="withdraw_feedback-reason"
                  id={`withdraw-${one.id}`}
                  aria-label={t('reason')}
                  label={t('reason')}
                  rows={2}
                  required
                />
                <Button kind="second">{t('withdraw')}</Button>
              </form>
            </Section>
          )}
        </article>
      ))}
      {clue.state === 'verified' && (
        <FeedbackForm
          locale={locale}
          path={path}
          clue={clue}
          answer={answer}
          earlier={all.filter(({ state }) => state !== 'withdrawn')}
        />
      )}
      <p>
        <a href={`/${locale}/clues/reliability`}>{t('reliability.title')}</a>
      </p>
    </section>
  );
}

function Which({ one }: { one: FeedbackView }) {
  return (
    <>
      <input type="hidden" name="feedbackId" value={one.id} />
      <input type="hidden" name="version" value={one.version} />
    </>
  );
}

function countKey({ outcome, counted }: FeedbackView) {
  if (outcome === 'not_found') return counted ? 'not_found' : 'too_little';
  return outcome;
}
