import { getTranslations } from 'next-intl/server';
import { formatDateTime } from '../../../../lib/i18n/formats.ts';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import type { CaseView } from '../../../../lib/triage/get-case.ts';
import { Timeline } from '../../../_ui/timeline.tsx';

/** Every edit of the report and its clue, from the audit trail. */
export async function CaseHistory({ locale, history }: { locale: Locale; history: CaseView['history'] }) {
  const t = await getTranslations({ locale, namespace: 'triage' });
  const values = await getTranslations({ locale, namespace: 'values' });
  const items = history.map(({ id, at, action, by, actorType, reason, detail }) => {
    const key = `actions.${action.replaceAll('.', '_')}` as 'actions.report_assess';
    const state =
      typeof detail.state === 'string' ? values(`reportStates.${detail.state}` as 'reportStates.screened') : null;
    const told = [
      detail.incident,
      detail.clue,
      detail.sourceReliability && `${detail.sourceReliability}/${detail.infoCredibility}`,
      state,
      reason,
    ];
    return {
      id: String(id),
      title: t.has(key) ? t(key) : action,
      when: formatDateTime(locale, at),
      dateTime: at.toISOString(),
      who: by ?? (actorType === 'user' ? undefined : t(`actors.${actorType}` as 'actors.job')),
      body: <p className="small">{told.filter(Boolean).join(' · ')}</p>,
    };
  });
  return (
    <section aria-labelledby="history-title">
      <h3 id="history-title">{t('history')}</h3>
      <Timeline items={items} />
    </section>
  );
}
