import { getTranslations } from 'next-intl/server';
import type { Ground } from '../../../../../lib/clues/grade.ts';
import type { Locale } from '../../../../../lib/i18n/locales.ts';

type Line = { rule: string; met: boolean; detail?: Record<string, string | number> };
type Props = {
  locale: Locale;
  grounds: readonly Line[];
  incidentId: string;
  reports: readonly { id: string; number: number }[];
  clue: { id: string; state: string } | null;
};

/** What is still missing for verification, each sentence a way to the control that mends it. */
export async function Missing({ locale, grounds, incidentId, reports, clue }: Props) {
  const t = await getTranslations({ locale, namespace: 'ledger' });
  const missing = grounds.filter(({ met }) => !met);
  if (missing.length === 0) return <p>{t('missing.nothing')}</p>;
  const reportOf = ({ detail }: Line) => {
    const named = /R-(\d+)/.exec(String(detail?.reports ?? ''))?.[1];
    return reports.find(({ number }) => String(number) === named) ?? reports[0];
  };
  const caseOf = (line: Line) => `/${locale}/triage?state=all&report=${reportOf(line)?.id ?? ''}`;
  const unreadText = ({ detail }: Line) => {
    const named = /R-(\d+)/.exec(`${detail?.reports ?? ''} ${detail?.marks ?? ''}`)?.[1];
    const report = reports.find(({ number }) => String(number) === named);
    return report && `/${locale}/triage/text/${report.id}`;
  };
  const control: Record<string, (line: Line) => string> = {
    specific_event: (line) => `${caseOf(line)}#grade-section`,
    located: (line) => `/${locale}/triage/location?report=${reportOf(line)?.id ?? ''}`,
    dated: (line) => `${caseOf(line)}#needs_info-section`,
    attested: () => `/${locale}/triage/ledger?incident=${incidentId}#evidence-section`,
    duplicates_merged: (line) => `${caseOf({ ...line, detail: {} })}#same-event-title`,
    consent: (line) => `${caseOf(line)}#needs_info-section`,
    scrubbed: (line) => unreadText(line) ?? caseOf(line),
    two_persons: (line) => (clue ? `/${locale}/clues/${clue.id}#verify-section` : `${caseOf(line)}#incident-title`),
  };
  return (
    <>
      <h3>{t('missing.title')}</h3>
      <ul className="missing">
        {missing.map((line) => (
          <li key={line.rule}>
            <a href={control[line.rule]?.(line) ?? caseOf(line)}>{t(`missing.${line.rule as Ground['rule']}`)}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
