import type { ReactNode } from 'react';
import type { Context } from '../../../../lib/context.ts';
import { describeError } from '../../../../lib/describe-error.ts';
import { isProblem, Problem } from '../../../../lib/errors.ts';
import { formatDateTime } from '../../../../lib/i18n/formats.ts';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import { translator } from '../../../../lib/i18n/translator.ts';
import { newestAnswers } from '../../../../lib/reports/drafts/newest-answers.ts';
import { saveDraft } from '../../../../lib/reports/drafts/save-draft.ts';
import { sendDraft } from '../../../../lib/reports/drafts/send-draft.ts';
import type { Answers } from '../../../../lib/reports/form/answers.ts';
import { Notice } from '../../../_ui/notice.tsx';
import { formPage } from '../new/document.tsx';
import type { FormMode } from '../new/form-mode.tsx';
import { interviewAction } from './interview-action.ts';
import { SentPage } from './sent-page.tsx';

/** The same path of questions for a signed-in person: each page is kept as a draft before it is shown. */
export const interviewMode: FormMode = {
  action: interviewAction,
  newest: (ctx, answers) => newestAnswers(ctx, answers).catch(() => answers),
  keep: async (ctx, answers, step, locale) => {
    try {
      const kept = await saveDraft(ctx, answers, step);
      return { answers: kept.answers, above: await savedBar(locale, kept.savedAt) };
    } catch (error) {
      return notKept(ctx, answers, locale, error);
    }
  },
  close: async (ctx, asking, answers, step) => {
    try {
      const { savedAt } = await saveDraft(ctx, answers, step);
      const t = await translator(asking.locale, 'interview');
      const children = (
        <>
          <h1>{t('closed.title')}</h1>
          <p>{t('closed.text', { time: formatDateTime(asking.locale, savedAt) })}</p>
          <p>
            <a className="button button-primary" href={`/${asking.locale}/reports/interview`}>
              {t('closed.toList')}
            </a>
          </p>
        </>
      );
      return formPage({ asking, sealed: null, back: false, ends: false, skip: false, children });
    } catch {
      // shown again, it says why it could not be kept
      return null;
    }
  },
  send: (ctx, _request, answers) => sendDraft(ctx, answers),
  receipt: (asking, sent) => <SentPage asking={asking} sent={sent} />,
};

async function savedBar(locale: Locale, savedAt: Date): Promise<ReactNode> {
  const t = await translator(locale, 'interview');
  return (
    <p className="small quiet no-print">
      {t('saved', { time: formatDateTime(locale, savedAt) })} ·{' '}
      <button type="submit" className="link-button" name="go" value="close">
        {t('saveAndClose')}
      </button>
    </p>
  );
}

/** The answers stay in the page. A copy that has now been told of another may write over it with its next page. */
async function notKept(ctx: Context, answers: Answers, locale: Locale, error: unknown) {
  const t = await translator(locale, 'interview');
  const problem = isProblem(error) ? error : new Problem('unavailable');
  if (!isProblem(error)) console.error(`request ${ctx.requestId}: draft not kept: ${describeError(error)}`);
  const { code, detail } = problem;
  if (code === 'stale_version' && answers.interview) {
    const time = formatDateTime(locale, String(detail.savedAt));
    const above = (
      <Notice kind="warning" role="alert" title={t('stale.title', { time })}>
        <p>{t('stale.text')}</p>
        <button type="submit" className="button button-second" name="go" value={`resume:${answers.reportId}`}>
          {t('stale.open')}
        </button>
      </Notice>
    );
    return { answers: { ...answers, interview: { ...answers.interview, version: Number(detail.version) } }, above };
  }
  const signedOut = code === 'not_signed_in' || code === 'forbidden';
  const above = (
    <Notice kind="warning" role="alert" title={t('notKept.title')}>
      <p>{t(signedOut ? 'notKept.signedOut' : code === 'not_found' ? 'notKept.gone' : 'notKept.later')}</p>
      {signedOut && (
        <p>
          <a href={`/${locale}/accounts/sign-in`} target="_blank" rel="noreferrer">
            {t('notKept.signIn')}
          </a>
        </p>
      )}
    </Notice>
  );
  return { answers, above };
}
