import { getTranslations } from 'next-intl/server';
import { proposalGaps } from '../../../../../lib/clues/bulk/propose-ready.ts';
import type { Locale } from '../../../../../lib/i18n/locales.ts';
import { spoken } from '../../../../../lib/ids.ts';
import type { ImportedRow, ImportView } from '../../../../../lib/triage/bulk/list-imported.ts';
import { offeredScore } from '../../../../../lib/triage/same-event/weights.ts';
import { requestContext } from '../../../../_http/context.ts';
import { Button } from '../../../../_ui/button.tsx';
import { LinkButton } from '../../../../_ui/link-button.tsx';
import { candidateWords } from '../../_parts/candidate-words.ts';
import { Key } from '../../_parts/key.tsx';
import { valueWords } from '../../twin/_parts/value-words.ts';
import { decideRow } from '../actions.ts';

type Props = {
  locale: Locale;
  path: string;
  row: ImportedRow;
  candidates: ImportView['candidates'];
  neighbours: [string | null, string | null];
};

/** One row with its best candidate and the reasons: same event, a new incident, or left to the queue, each by one key. */
export async function CurrentRow({ locale, path, row, candidates, neighbours }: Props) {
  const t = await getTranslations({ locale, namespace: 'bulk' });
  const triage = await getTranslations({ locale, namespace: 'triage' });
  const own = await getTranslations({ locale, namespace: 'incidents' });
  const clues = await getTranslations({ locale, namespace: 'clues' });
  const [best] = candidates;
  const reasons = best ? await candidateWords(locale, best.reasons) : '';
  const values = await Promise.all(
    row.values.map(async ({ field, counts }) => ({ field, words: await valueWords(locale, field, counts!) })),
  );
  const name = spoken.report(row.report.number);
  const gaps =
    row.stage === 'graded' && row.incident
      ? await proposalGaps(await requestContext(), row.incident.id, row.heldApart)
      : [];
  const decide = (decision: 'same' | 'repeat' | 'new' | 'skip', more: React.ReactNode, button: React.ReactNode) => (
    <form action={decideRow.bind(null, locale, path, decision)}>
      <input type="hidden" name="rowId" value={row.id} />
      <input type="hidden" name="version" value={row.report.version} />
      {more}
      {button}
    </form>
  );
  return (
    <section className="bulk-current" aria-labelledby="row-title">
      <h2 id="row-title">
        {row.sourceId} · <a href={`/${locale}/triage?state=all&report=${row.report.id}#case`}>{name}</a>
      </h2>
      <p className="small quiet">{row.publishers.join(', ')}</p>
      {row.stage !== 'waiting' && <p>{t('stands', { stage: t(`stage.${row.stage}`) })}</p>}
      {gaps.length > 0 && <p>{t('gaps', { gaps: gaps.map((rule) => clues(`rule.${rule}`)).join(', ') })}</p>}
      {row.stage === 'waiting' && best && (
        <div className="candidate">
          <p>
            {t('best')}{' '}
            <a href={`/${locale}/triage/twin?a=${name}&b=${spoken.report(best.number)}`} data-code="KeyT">
              {spoken.report(best.number)} <Key>T</Key>
            </a>{' '}
            {best.score >= offeredScore ? (
              <strong>{triage('sameEvent.strong', { chance: best.score })}: </strong>
            ) : (
              <span className="quiet">{triage('sameEvent.possible', { chance: best.score })}: </span>
            )}
            {reasons}
          </p>
          {decide(
            'same',
            <>
              <input type="hidden" name="candidateId" value={best.reportId} />
              <input type="hidden" name="reason" value={reasons} />
            </>,
            <Button data-code="KeyS">
              {best.incidentNumber === null
                ? t('same', { report: spoken.report(best.number) })
                : t('sameIncident', { incident: spoken.incident(best.incidentNumber) })}{' '}
              <Key>S</Key>
            </Button>,
          )}
          {decide(
            'repeat',
            <>
              <input type="hidden" name="candidateId" value={best.reportId} />
              <input type="hidden" name="reason" value={t('repeatReason', { report: spoken.report(best.number) })} />
            </>,
            <Button kind="second" data-code="KeyR">
              {t('repeat', { report: spoken.report(best.number) })} <Key>R</Key>
            </Button>,
          )}
        </div>
      )}
      {row.stage === 'waiting' && !best && <p className="small">{row.located ? t('noCandidate') : t('noPlace')}</p>}
      <div className="bulk-acts">
        {row.stage === 'waiting' &&
          decide(
            'new',
            <input type="hidden" name="heldApart" value={candidates.map(({ reportId }) => reportId).join(' ')} />,
            <Button kind={best ? 'second' : 'primary'} data-code="KeyN">
              {t('new')} <Key>N</Key>
            </Button>,
          )}
        {row.stage === 'waiting' &&
          decide(
            'skip',
            null,
            <Button kind="second" data-code="KeyX">
              {t('skip')} <Key>X</Key>
            </Button>,
          )}
        {neighbours[0] && (
          <LinkButton kind="second" href={`/${locale}${path}&at=${neighbours[0]}`} data-code="ArrowLeft">
            <Key>←</Key> {t('previous')}
          </LinkButton>
        )}
        {neighbours[1] && (
          <LinkButton kind="second" href={`/${locale}${path}&at=${neighbours[1]}`} data-code="ArrowRight">
            {t('next')} <Key>→</Key>
          </LinkButton>
        )}
      </div>
      <dl className="facts">
        {values.map(({ field, words }) => (
          <div key={field}>
            <dt>{own(`field.${field}`)}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <blockquote className="case-words small" lang="en">
        {row.description}
      </blockquote>
    </section>
  );
}
