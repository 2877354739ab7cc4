import { getTranslations } from 'next-intl/server';
import { formatDistance } from '../../../../lib/i18n/formats.ts';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import { spoken } from '../../../../lib/ids.ts';
import type { CaseView } from '../../../../lib/triage/get-case.ts';
import { strongScore } from '../../../../lib/triage/same-event.ts';
import { Button } from '../../../_ui/button.tsx';
import { assign } from '../actions.ts';
import { type Address, addressOf } from './address.ts';

type Props = { locale: Locale; view: CaseView; address: Address };

/** Reports that may tell of the same event, with reasons in words; joining is the moderator's act, never ours. */
export async function SameEvent({ locale, view, address }: Props) {
  const t = await getTranslations({ locale, namespace: 'triage' });
  if (view.candidates.length === 0) return null;
  const join = assign.bind(null, locale, addressOf(address));
  return (
    <section aria-labelledby="same-event-title">
      <h3 id="same-event-title">{t('sameEvent.title')}</h3>
      {view.candidates.map((one) => (
        <div className="candidate small" key={one.reportId}>
          <a href={`/${locale}${addressOf({ ...address, report: one.reportId })}#case`}>{spoken.report(one.number)}</a>{' '}
          {one.score >= strongScore && <strong>{t('sameEvent.strong')} · </strong>}
          {one.reasons
            .map(({ key, detail = {} }) => {
              const metres = formatDistance(locale, Number(detail.metres ?? 0));
              return t(`sameEventReason.${key}` as 'sameEventReason.same_days', { ...detail, metres } as never);
            })
            .join(', ')}
          {!view.incident && one.incidentId && (
            <form action={join}>
              <input type="hidden" name="reportId" value={view.report.id} />
              <input type="hidden" name="version" value={view.report.version} />
              <input type="hidden" name="incidentId" value={one.incidentId} />
              <Button kind="second">
                {t('sameEvent.join', { incident: spoken.incident(one.incidentNumber ?? 0) })}
              </Button>
            </form>
          )}
        </div>
      ))}
    </section>
  );
}
