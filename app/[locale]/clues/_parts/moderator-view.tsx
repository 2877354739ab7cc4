import { getTranslations } from 'next-intl/server';
import type { ModeratorClue } from '../../../../lib/clues/get-clue.ts';
import type { Context } from '../../../../lib/context.ts';
import { formatDateTime } from '../../../../lib/i18n/formats.ts';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import { spoken } from '../../../../lib/ids.ts';
import { zoneFeatures } from '../../../_ui/map/map-payload.ts';
import { Notice } from '../../../_ui/notice.tsx';
import { StateLabel } from '../../../_ui/state-label.tsx';
import { Timeline } from '../../../_ui/timeline.tsx';
import type { Answer } from '../../triage/_parts/answer.ts';
import { AnswerNotice } from '../../triage/_parts/answer-notice.tsx';
import { differenceLines } from '../../triage/_parts/differences.ts';
import { Keys } from '../../triage/_parts/keys.tsx';
import { Recusals } from '../../triage/ledger/_parts/recusals.tsx';
import { IncidentStory } from '../../triage/twin/_parts/incident-story.tsx';
import { Feedback } from '../feedback/_parts/feedback.tsx';
import { ClueFacts } from './clue-facts.tsx';
import { ClueMap } from './clue-map.tsx';
import { DecideForms } from './decide-forms.tsx';
import { Grounds } from './grounds.tsx';
import { Later } from './later.tsx';
import { lastRiskChange, RiskChange } from './risk-change.tsx';
import { SeenBy } from './seen-by.tsx';
import { TakenBack } from './taken-back.tsx';

type Props = { ctx: Context; locale: Locale; clue: ModeratorClue; place: string | null; answer: Answer };

export async function ModeratorView({ ctx, locale, clue, place, answer }: Props) {
  const t = await getTranslations({ locale, namespace: 'clues' });
  const ledger = await getTranslations({ locale, namespace: 'ledger' });
  const risk = await lastRiskChange(ctx, clue);
  const moved = await differenceLines(locale, clue.now?.moved ?? {});
  return (
    <>
      <Keys locale={locale} />
      <p className="case-head">
        <StateLabel kind={clue.state === 'verified' ? 'settled' : clue.state === 'proposed' ? 'working' : 'stopped'}>
          {t(`state.${clue.state}`)}
        </StateLabel>
        {clue.state === 'verified' && <span>{t('deskReview')}</span>}
      </p>
      <AnswerNotice locale={locale} answer={answer} />
      {clue.takenBack && <TakenBack locale={locale} clue={clue} answer={answer} />}
      {risk?.news && <RiskChange ctx={ctx} locale={locale} clue={clue} {...risk} />}
      <ClueFacts locale={locale} clue={clue} place={place} />
      {clue.sensitive && <Notice title={t('inZone')} />}
      <ClueMap ctx={ctx} locale={locale} clue={clue} below={clue.sensitive ? await zoneFeatures(ctx, locale) : []} />
      <h2>{t('grounds')}</h2>
      {moved.length > 0 && (
        <Notice kind="warning" title={t('ledgerMoved')}>
          <ul>
            {moved.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Notice>
      )}
      <Grounds locale={locale} grounds={clue.now?.grounds ?? clue.grounds} reports={clue.incident?.reports} />
      <p>
        {t('restsOn', { incident: spoken.incident(clue.incidentNumber) })}{' '}
        {clue.incident?.reports.map(({ id, number }) => (
          <a key={id} href={`/${locale}/triage?state=all&report=${id}#case`}>
            {spoken.report(number)}{' '}
          </a>
        ))}
      </p>
      <p>
        <a href={`/${locale}/triage/ledger?incident=${clue.incidentId}`} data-code="KeyE">
          {ledger('open')}
        </a>{' '}
        <kbd>E</kbd>
      </p>
      <IncidentStory locale={locale} incidentId={clue.incidentId} path={`/clues/${clue.id}`} answer={answer} />
      <DecideForms locale={locale} clue={clue} answer={answer} />
      <Later ctx={ctx} locale={locale} clue={clue} answer={answer} />
      <Recusals ctx={ctx} locale={locale} path={`/clues/${clue.id}`} incidentId={clue.incidentId} answer={answer} />
      <Feedback ctx={ctx} locale={locale} clue={clue} answer={answer} />
      {risk && !risk.news && <RiskChange ctx={ctx} locale={locale} clue={clue} {...risk} />}
      <SeenBy ctx={ctx} locale={locale} clue={clue} place={place} />
      <h2>{t('history')}</h2>
      <Timeline
        items={clue.decisions.map(({ decision, decidedBy, decidedAt, reason, clueVersion }) => ({
          id: `${decision}-${clueVersion}`,
          title: t(`decisions.${decision}`),
          who: decidedBy,
          when: formatDateTime(locale, decidedAt),
          dateTime: decidedAt.toISOString(),
          body: reason && <p className="small">{reason}</p>,
        }))}
      />
    </>
  );
}
