import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../../../../lib/i18n/locales.ts';
import type { CaseView } from '../../../../../lib/triage/get-case.ts';
import { marksOf } from '../../../../../lib/triage/text/marks.ts';
import { Button } from '../../../../_ui/button.tsx';
import { Key } from '../../_parts/key.tsx';
import { decided } from '../actions.ts';
import { MarkState } from './mark-state.tsx';
import '../text.css';

type Props = { locale: Locale; path: string; report: CaseView['report'] };

/**
 * A report's own words with the flags of the detector in them, and the way to their redaction. Where the detector flags
 * nothing, one key says that a person has read them and hides nothing.
 */
export async function CaseWords({ locale, path, report }: Props) {
  const { id, description, language, text } = report;
  if (!description) return null;
  const t = await getTranslations({ locale, namespace: 'redaction.text' });
  const marks = marksOf(description, text.spans);
  return (
    <>
      <blockquote className="case-words" lang={language}>
        {marks.map(({ start, end, hide }, i) => (
          <span key={start}>
            {description.slice(marks[i - 1]?.end ?? 0, start)}
            <mark data-decided={hide !== null || undefined}>{description.slice(start, end)}</mark>
          </span>
        ))}
        {description.slice(marks.at(-1)?.end ?? 0)}
      </blockquote>
      <p className="case-words-state">
        <MarkState locale={locale} report={report} /> <a href={`/${locale}/triage/text/${id}`}>{t('open')}</a>
      </p>
      {marks.length === 0 && !text.read && (
        <form className="case-words-read" action={decided.bind(null, locale, path, id)}>
          <input type="hidden" name="version" value={report.version} />
          <Button kind="second" data-code="KeyW">
            {t('readNothing')} <Key>W</Key>
          </Button>
        </form>
      )}
    </>
  );
}
