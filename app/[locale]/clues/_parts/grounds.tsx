import { getTranslations } from 'next-intl/server';
import type { Ground } from '../../../../lib/clues/grade.ts';
import { formatDistance } from '../../../../lib/i18n/formats.ts';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import { spoken } from '../../../../lib/ids.ts';

type Line = { rule: string; met: boolean; detail?: Record<string, string | number> };

type Props = { locale: Locale; grounds: readonly Line[]; reports?: readonly { id: string; number: number }[] };

/** The conditions of a verified clue, line by line, with why each is met or missing, and the way to what is left to read. */
export async function Grounds({ locale, grounds, reports = [] }: Props) {
  const redaction = await getTranslations({ locale, namespace: 'redaction.text' });
  const t = await getTranslations({ locale, namespace: 'clues' });
  const triage = await getTranslations({ locale, namespace: 'triage' });
  const values = await getTranslations({ locale, namespace: 'values' });
  const words = ({ detail = {} }: Line) => {
    const { why, metres, kind, precision, report, ...rest } = detail;
    const told = {
      ...rest,
      metres: formatDistance(locale, Number(metres ?? 0)),
      kind: kind ? triage(`kind.${kind}` as 'kind.human_accident') : '',
      precision: precision ? values(`datePrecisions.${precision}` as 'datePrecisions.day') : '',
      // grounds stored before pieces had other letters carry a bare number
      report: typeof report === 'number' ? spoken.report(report) : (report ?? ''),
    };
    return t(`why.${why}` as 'why.event_told', told as never);
  };
  return (
    <ul className="grounds small">
      {grounds.map((line) => (
        <li key={line.rule}>
          <span aria-hidden="true">{line.met ? '●' : '○'}</span>
          <span>
            <strong>
              {t(`rule.${line.rule as Ground['rule']}`)}
              {!line.met && ` – ${t('missing')}`}
            </strong>
            : {words(line)}
            {unreadOf(line, reports).map(({ id, number }) => (
              <span key={id}>
                {' '}
                <a href={`/${locale}/triage/text/${id}`}>{redaction('readOne', { report: spoken.report(number) })}</a>
              </span>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The reports whose text waits for somebody to read it or to decide its marks. */
function unreadOf<Report extends { number: number }>({ rule, met, detail = {} }: Line, reports: readonly Report[]) {
  if (rule !== 'scrubbed' || met) return [];
  const named = [...`${detail.reports ?? ''} ${detail.marks ?? ''}`.matchAll(/R-(\d+)/g)].map(([, n]) => Number(n));
  return reports.filter(({ number }) => named.includes(Number(number)));
}
