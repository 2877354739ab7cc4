import { getTranslations } from 'next-intl/server';
import { formatDateTime } from '../../../../lib/i18n/formats.ts';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import type { CaseView } from '../../../../lib/triage/get-case.ts';
import { Timeline } from '../../../_ui/timeline.tsx';
import { passedOnWords } from './passed-on-words.ts';

type Props = { locale: Locale } & Pick<CaseView, 'history' | 'referrals'>;

/** Every edit of the report and its clue, from the audit trail, and what was passed on in an emergency. */
export async function CaseHistory({ locale, history, referrals }: Props) {
  const t = await getTranslations({ locale, namespace: 'triage' });
  const values = await getTranslations({ locale, namespace: 'values' });
  const passedOn = new Map(
    await Promise.all(
      referrals.map(async ({ reportVersion, passedTo, how, passedAt, passed }) => {
        const words = passed && (await passedOnWords(locale, passed));
        const told = [passedTo, t(`urgent.method.${how}`), formatDateTime(locale, passedAt), words];
        return [reportVersion, told.filter(Boolean).join(' · ')] as const;
      }),
    ),
  );
  const items = history.map(({ id, at, action, by, actorType, reason, detail }) => {
    const key = `actions.${action.replaceAll('.', '_')}` as 'actions.report_assess';
    const state =
      typeof detail.state === 'string' ? values(`reportStates.${detail.state}` as 'reportStates.screened') : null;
    const told = [
      detail.incident,
      detail.clue,
      detail.sourceReliability && `${detail.sourceReliability}/${detail.infoCredibility}`,
      state,
      action === 'report.refer_urgently' && passedOn.get(Number(detail.version)),
      reason,
      detail.wordsErased && t('wordsErased'),
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
