import { getTranslations } from 'next-intl/server';
import { formatDateTime, formatDistance } from '../../../../../lib/i18n/formats.ts';
import { type Locale, languageName } from '../../../../../lib/i18n/locales.ts';
import { spoken } from '../../../../../lib/ids.ts';
import type { TwinSide } from '../../../../../lib/triage/incidents/get-twin.ts';
import { measureWords } from '../../_parts/measure-words.ts';
import { measureInWords } from '../../_parts/shape-measure.ts';
import { PhotoStrip } from '../../photos/_parts/photo-strip.tsx';
import { Letter } from './comparison.tsx';

type Props = { locale: Locale; side: TwinSide; letter: 'A' | 'B' };

/** The words of one side, each in the language it was told in, with where they came from. */
export async function SideTold({ locale, side, letter }: Props) {
  const t = await getTranslations({ locale, namespace: 'incidents' });
  const values = await getTranslations({ locale, namespace: 'values' });
  return (
    <section aria-labelledby={`told-${letter}`}>
      <h2 id={`told-${letter}`}>
        <Letter letter={letter} /> {t('told.title', { side: side.name })}
      </h2>
      {side.reports.map((report) => (
        <article key={report.id} aria-label={spoken.report(report.number)}>
          <p className="small quiet">
            <a href={`/${locale}/triage?state=all&report=${report.id}#case`}>{spoken.report(report.number)}</a> ·{' '}
            {languageName(locale, report.language)} · {values(`channels.${report.channel}`)} ·{' '}
            {formatDateTime(locale, report.submittedAt)}
            {report.publishers.length > 0 && ` · ${report.publishers.join(', ')}`}
          </p>
          {report.description ? (
            <blockquote className="case-words" lang={report.language}>
              {report.description}
            </blockquote>
          ) : (
            <p className="small quiet">{t('told.nothing')}</p>
          )}
          {report.photos.length > 0 && (
            <>
              <p className="small">{t('photos', { count: report.photos.length })}</p>
              <PhotoStrip locale={locale} photos={report.photos} />
            </>
          )}
        </article>
      ))}
      <h3>{t('told.claims')}</h3>
      <TwinClaims locale={locale} side={side} />
    </section>
  );
}

/** The map's shapes in words. */
async function TwinClaims({ locale, side }: { locale: Locale; side: TwinSide }) {
  const t = await getTranslations({ locale, namespace: 'incidents' });
  const values = await getTranslations({ locale, namespace: 'values' });
  const triage = await getTranslations({ locale, namespace: 'triage' });
  const measures = await measureWords(locale);
  if (side.claims.length === 0) return <p className="small quiet">{triage('unlocated')}</p>;
  return (
    <ul className="claim-list small">
      {side.claims.map((claim) => (
        <li key={claim.id}>
          {claim.id === side.estimate?.claimId && <strong>{t('told.counts')}: </strong>}
          {claim.reportName} · {values(`locationMethods.${claim.method}`)} · {values(`positionsOf.${claim.positionOf}`)}{' '}
          ·{' '}
          {claim.geometry
            ? [
                measureInWords(claim.geometry, measures),
                `± ${formatDistance(locale, claim.effectiveUncertaintyMetres)}`,
              ]
                .filter(Boolean)
                .join(' · ')
            : triage('claims.noGeometry')}
        </li>
      ))}
    </ul>
  );
}
