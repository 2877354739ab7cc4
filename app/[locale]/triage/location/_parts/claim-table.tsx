import { getTranslations } from 'next-intl/server';
import { formatDistance } from '../../../../../lib/i18n/formats.ts';
import type { Locale } from '../../../../../lib/i18n/locales.ts';
import type { ScanView } from '../../../../../lib/media/scans/list-scans.ts';
import { gapMetres } from '../../../../../lib/triage/gap.ts';
import type { CaseView } from '../../../../../lib/triage/get-case.ts';
import { DataTable } from '../../../../_ui/data-table.tsx';
import { measureWords } from '../../_parts/measure-words.ts';
import { measureInWords } from '../../_parts/shape-measure.ts';
import { claimLetter } from './claim-letter.ts';
import { ScanChoice } from './scan-choice.tsx';

type Props = { locale: Locale; view: CaseView; scans: readonly ScanView[]; open: boolean };

/** The map's twin: each claim by its letter, the one that counts and why, and how far the claims lie from each other. */
export async function ClaimTable({ locale, view, scans, open }: Props) {
  const t = await getTranslations({ locale, namespace: 'location' });
  const triage = await getTranslations({ locale, namespace: 'triage' });
  const values = await getTranslations({ locale, namespace: 'values' });
  const measures = await measureWords(locale);
  const { claims, estimate } = view;
  const counting = claims.findIndex(({ id }) => id === estimate?.claimId);
  const others = claims.map((claim, i) => ({ letter: claimLetter(i), ...claim }));
  return (
    <>
      {estimate ? (
        <p>
          <strong>{t('counts', { letter: claimLetter(counting) })}</strong>{' '}
          {triage(`estimateReason.${estimate.reason}`)} ± {formatDistance(locale, estimate.uncertaintyMetres)} ·{' '}
          {triage('precision', { precisionClass: estimate.precisionClass })}
        </p>
      ) : (
        <p>{triage('unlocated')}</p>
      )}
      <DataTable
        id="claims"
        caption={t('tableCaption')}
        columns={[
          { key: 'letter', label: t('letter') },
          { key: 'author', label: t('author') },
          { key: 'method', label: t('method') },
          { key: 'position', label: t('positionOf') },
          { key: 'error', label: t('error'), numeric: true },
          { key: 'words', label: t('words') },
          { key: 'distances', label: t('distances') },
        ]}
        rows={others.map((claim) => ({
          key: claim.id,
          current: claim.id === estimate?.claimId,
          cells: {
            letter: claim.letter,
            author: values(`claimAuthors.${claim.author}`),
            method: values(`locationMethods.${claim.method}`),
            position: values(`positionsOf.${claim.positionOf}`),
            error: claim.geometry
              ? `± ${formatDistance(locale, claim.effectiveUncertaintyMetres)} (${claim.precisionClass})`
              : triage('claims.noGeometry'),
            words: (
              <>
                {[values(`datums.${claim.datum}`), measureInWords(claim.geometry, measures)]
                  .filter(Boolean)
                  .join(' · ')}
                {scans
                  .filter(({ id }) => id === claim.scanId)
                  .map((scan) => (
                    <ScanChoice key={scan.id} locale={locale} reportId={view.report.id} scan={scan} open={open} />
                  ))}
              </>
            ),
            distances: others
              .flatMap((other) =>
                other.id !== claim.id && other.geometry && claim.geometry
                  ? [`${other.letter} ${formatDistance(locale, gapMetres(claim.geometry, other.geometry))}`]
                  : [],
              )
              .join(', '),
          },
        }))}
      />
    </>
  );
}
