import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import { spoken } from '../../../../lib/ids.ts';
import type { CaseView } from '../../../../lib/triage/get-case.ts';
import { reportVersions } from '../../../../lib/triage/incidents/report-versions.ts';
import { offeredScore } from '../../../../lib/triage/same-event/weights.ts';
import { requestContext } from '../../../_http/context.ts';
import { Button } from '../../../_ui/button.tsx';
import { sameEvent } from '../twin/actions.ts';
import { type Address, addressOf } from './address.ts';
import { candidateWords } from './candidate-words.ts';
import { Key } from './key.tsx';

type Props = { locale: Locale; view: CaseView; address: Address };

/** Reports that may tell of the same event, with reasons in words; joining is the moderator's act, never ours. */
export async function SameEvent({ locale, view, address }: Props) {
  const t = await getTranslations({ locale, namespace: 'triage' });
  const own = await getTranslations({ locale, namespace: 'incidents' });
  if (view.candidates.length === 0) return null;
  const versions = await reportVersions(
    await requestContext(),
    view.candidates.map(({ reportId }) => reportId),
  );
  const here = spoken.report(view.report.number);
  const rows = await Promise.all(
    view.candidates.map(async (one) => ({ one, words: await candidateWords(locale, one.reasons) })),
  );
  return (
    <section aria-labelledby="same-event-title">
      <h3 id="same-event-title">{t('sameEvent.title')}</h3>
      {rows.map(({ one, words }, i) => (
        <div className="candidate small" key={one.reportId} data-lights={`candidate-${one.reportId}`}>
          <a href={`/${locale}${addressOf({ ...address, report: one.reportId })}#case`}>{spoken.report(one.number)}</a>{' '}
          {one.score >= offeredScore ? (
            <strong>{t('sameEvent.strong', { chance: one.score })}: </strong>
          ) : (
            <span className="quiet">{t('sameEvent.possible', { chance: one.score })}: </span>
          )}
          {words}
          <form action={sameEvent.bind(null, locale, addressOf(address))} className="candidate-act">
            <input type="hidden" name="a" value={here} />
            <input type="hidden" name="aVersion" value={view.report.version} />
            <input type="hidden" name="b" value={spoken.report(one.number)} />
            <input type="hidden" name="bVersion" value={versions.get(one.reportId) ?? 1} />
            <input type="hidden" name="reason" value={words} />
            <a
              href={`/${locale}/triage/twin?a=${here}&b=${spoken.report(one.number)}`}
              data-code={i === 0 ? 'KeyT' : undefined}
              aria-label={own('candidate.compareWith', { report: spoken.report(one.number) })}
            >
              {own('candidate.compare')} {i === 0 && <Key>T</Key>}
            </a>
            <Button
              kind="second"
              data-code={i === 0 ? 'KeyM' : undefined}
              aria-label={own('candidate.sameAs', { report: spoken.report(one.number) })}
            >
              {one.incidentId
                ? t('sameEvent.join', { incident: spoken.incident(one.incidentNumber ?? 0) })
                : own('candidate.same')}{' '}
              {i === 0 && <Key>M</Key>}
            </Button>
          </form>
        </div>
      ))}
    </section>
  );
}
