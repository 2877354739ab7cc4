import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import { ErrorSummary } from '../../../_ui/form/error-summary.tsx';
import { Notice } from '../../../_ui/notice.tsx';
import type { Answer } from './answer.ts';

/** Done, refused with what changed or is missing, or which fields to mend. */
export async function AnswerNotice({ locale, answer }: { locale: Locale; answer: Answer }) {
  const t = await getTranslations({ locale, namespace: 'common' });
  return (
    <>
      {answer.done && <Notice role="status" title={answer.done} />}
      {answer.problem && (
        <Notice kind="warning" role="alert" title={answer.problem.title}>
          {answer.problem.lines.length > 0 && (
            <ul>
              {answer.problem.lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
        </Notice>
      )}
      <ErrorSummary title={t('errorSummary')} errors={answer.errors} />
    </>
  );
}
