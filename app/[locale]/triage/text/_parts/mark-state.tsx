import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../../../../lib/i18n/locales.ts';
import type { CaseView } from '../../../../../lib/triage/get-case.ts';
import { marksLeft } from '../../../../../lib/triage/text/marks.ts';
import { StateLabel } from '../../../../_ui/state-label.tsx';

/** What is left to decide of a report's words, or that nothing is. */
export async function MarkState({ locale, report }: { locale: Locale; report: CaseView['report'] }) {
  const { description, text } = report;
  if (!description) return null;
  const t = await getTranslations({ locale, namespace: 'redaction.text' });
  const left = marksLeft(description, text.spans);
  if (left > 0) return <StateLabel kind="attention">{t('left', { count: left })}</StateLabel>;
  return <StateLabel kind={text.read ? 'settled' : 'attention'}>{t(text.read ? 'read' : 'unread')}</StateLabel>;
}
