import { getTranslations } from 'next-intl/server';
import type { Ledger } from '../../../../../lib/clues/get-ledger.ts';
import { formatDate, formatDateTime } from '../../../../../lib/i18n/formats.ts';
import type { Locale } from '../../../../../lib/i18n/locales.ts';
import { spoken } from '../../../../../lib/ids.ts';
import { presumedDependent } from '../../../../../lib/triage/evidence-items/input.ts';
import { DataTable } from '../../../../_ui/data-table.tsx';

/** Every piece with its class and why, its chain, both axes, consent, and whether it counts as a source of its own. */
export async function PieceTable({ locale, ledger }: { locale: Locale; ledger: Ledger }) {
  const t = await getTranslations({ locale, namespace: 'ledger' });
  const triage = await getTranslations({ locale, namespace: 'triage' });
  const kindOf = (kind: Ledger['pieces'][number]['kind']) =>
    triage.has(`kind.${kind}` as 'kind.human_accident')
      ? triage(`kind.${kind}` as 'kind.human_accident')
      : t(`itemKind.${kind}` as 'itemKind.photo');
  const consentOf = (one: Ledger['pieces'][number]) => {
    if (one.alreadyPublic) return t('consent.published');
    if (one.consent !== 'given') return t(`consent.${one.consent}`);
    return one.shareWithNgos ? t('consent.shared') : t('consent.review_only');
  };
  const rows = ledger.pieces.map((one) => ({
    key: one.ref,
    cells: {
      piece: one.item ? one.ref : <a href={`/${locale}/triage?state=all&report=${one.id}#case`}>{one.ref}</a>,
      kind: (
        <>
          {kindOf(one.kind)}
          {one.item && (
            <span className="small quiet piece-words">
              {' '}
              {one.item.summary || triage('wordsErased')}
              {one.item.reference && ` (${one.item.reference})`}
              {one.item.datedOn && ` · ${formatDate(locale, one.item.datedOn)}`} · {one.item.recordedByName}
            </span>
          )}
        </>
      ),
      class: (
        <>
          <strong>{triage(`evidenceClass.${one.evidenceClass}`)}</strong>:{' '}
          {triage(`evidenceReason.${one.evidenceReason}` as 'evidenceReason.media_repeat')}
        </>
      ),
      source: triage(`sourceClass.${one.sourceClass}`),
      chain:
        one.independenceGroup === presumedDependent ? t('noChain') : t('chainWord', { word: one.independenceGroup }),
      grade: one.assessed
        ? `${one.sourceReliability}/${one.infoCredibility}: ${triage(`reliability.${one.sourceReliability}`)}, ${triage(`credibility.${one.infoCredibility}`)}`
        : triage('case.notGraded'),
      consent: consentOf(one),
      counts: (
        <>
          <strong>{one.standing.counts ? t('counts') : t('countsNot')}</strong>:{' '}
          {t(`standing.${one.standing.why}`, { piece: one.standing.with ?? '' })}
        </>
      ),
    },
  }));
  const columns = (['piece', 'kind', 'class', 'source', 'chain', 'grade', 'consent', 'counts'] as const).map((key) => ({
    key,
    label: t(`column.${key}`),
  }));
  return (
    <>
      <DataTable id="pieces" caption={t('pieces')} columns={columns} rows={rows} empty={t('noPieces')} />
      {ledger.closed.length > 0 && (
        <>
          <h2>{t('closed')}</h2>
          <ul className="small">
            {ledger.closed.map((one) => (
              <li key={one.id}>
                <s>
                  {spoken.evidence(one.number)}, {t(`itemKind.${one.kind}`)}, {one.sourceReliability}/
                  {one.infoCredibility}: {one.summary || triage('wordsErased')}
                </s>{' '}
                {one.supersededAt && formatDateTime(locale, one.supersededAt)} · {one.closedByName} ·{' '}
                {one.supersededReason}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
