import { getTranslations } from 'next-intl/server';
import { formatDistance } from '../../../../lib/i18n/formats.ts';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import { spoken } from '../../../../lib/ids.ts';
import type { CaseView } from '../../../../lib/triage/get-case.ts';
import { measureWords } from './measure-words.ts';
import { measureInWords } from './shape-measure.ts';

/** The twin of the map: every claim with its method and error, and which one counts, and why. */
export async function ClaimList({ locale, view }: { locale: Locale; view: CaseView }) {
  const t = await getTranslations({ locale, namespace: 'triage' });
  const desk = await getTranslations({ locale, namespace: 'location' });
  const values = await getTranslations({ locale, namespace: 'values' });
  const measures = await measureWords(locale);
  const { claims, estimate, incident } = view;
  const numberOf = (id: string) => incident?.reports.find((one) => one.id === id)?.number ?? view.report.number;
  return (
    <section aria-labelledby="claims-title">
      <h3 id="claims-title">{t('claims.title')}</h3>
      {estimate && <p className="small">{t(`estimateReason.${estimate.reason}`)}</p>}
      {estimate && estimate.conflicting.length > 0 && (
        <p className="small conflict">▲ {t('claims.conflict', { count: estimate.conflicting.length })}</p>
      )}
      <ul className="claim-list small">
        {claims.map((claim) => (
          <li key={claim.id}>
            {claim.id === estimate?.claimId && <strong>{t('claims.counts')}: </strong>}
            {spoken.report(numberOf(claim.reportId))}, {values(`claimAuthors.${claim.author}`)} ·{' '}
            {values(`locationMethods.${claim.method}`)} · {values(`positionsOf.${claim.positionOf}`)} ·{' '}
            {claim.geometry
              ? [
                  measureInWords(claim.geometry, measures),
                  `± ${formatDistance(locale, claim.effectiveUncertaintyMetres)} (${claim.precisionClass})`,
                ]
                  .filter(Boolean)
                  .join(' · ')
              : t('claims.noGeometry')}
            {estimate?.conflicting.includes(claim.id) && <strong> ▲ {t('claims.apart')}</strong>}
          </li>
        ))}
      </ul>
      <p>
        <a href={`/${locale}/triage/location?report=${view.report.id}`}>{desk('link')}</a>
      </p>
    </section>
  );
}
