import { getTranslations } from 'next-intl/server';
import { formatWhen } from '../../../../lib/i18n/format-when.ts';
import { formatDateTime, formatDistance } from '../../../../lib/i18n/formats.ts';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import { spoken } from '../../../../lib/ids.ts';
import type { CaseView } from '../../../../lib/triage/get-case.ts';
import { isPublished } from '../../../../lib/triage/ledger.ts';
import { Facts } from '../../../_ui/facts.tsx';
import { StateLabel } from '../../../_ui/state-label.tsx';
import { CaseWords } from '../text/_parts/case-words.tsx';
import { caseTitle } from './case-words.ts';

/** What is told, and what follows from it: place, date, evidence, source. */
export async function CasePanel({ locale, path, view }: { locale: Locale; path: string; view: CaseView }) {
  const t = await getTranslations({ locale, namespace: 'triage' });
  const values = await getTranslations({ locale, namespace: 'values' });
  const { report, estimate, evidence, consent, claims } = view;
  const species = report.animals[0]?.species ?? null;
  const when = {
    start: report.occurredAt?.toISOString() ?? report.dateStart,
    end: report.dateEnd,
    precision: report.datePrecision,
  };
  const device = report.devices[0];
  const grade = report.assessment;
  const shared =
    consent &&
    [consent.shareWithAuthorities && t('case.authorities'), consent.shareWithNgos && t('case.organisations')].filter(
      Boolean,
    );
  const facts = [
    {
      term: t('case.place'),
      detail: estimate
        ? `${t('case.claims', { count: claims.length })}, ${formatDistance(locale, estimate.uncertaintyMetres)} · ${t('precision', { precisionClass: estimate.precisionClass })}`
        : t('unlocated'),
    },
    { term: t('case.when'), detail: await formatWhen(locale, when) },
    {
      term: t('case.evidence'),
      detail: `${t(`evidenceClass.${evidence.evidenceClass}`)}: ${t(`evidenceReason.${evidence.reason}` as 'evidenceReason.media_repeat')}`,
    },
    {
      term: t('case.source'),
      detail: grade
        ? `${grade.sourceReliability}/${grade.infoCredibility} · ${t(`sourceClass.${grade.sourceClass}`)} · ${view.gradedBy}`
        : t('case.notGraded'),
    },
    ...(device
      ? [
          {
            term: t('case.device'),
            detail:
              device.basis === 'unknown'
                ? values(`deviceCategories.${device.category}`)
                : `${values(`deviceCategories.${device.category}`)} · ${values(`deviceBases.${device.basis}`)}`,
          },
        ]
      : []),
    ...(report.indications.length > 0
      ? [
          {
            term: t('case.indications'),
            detail: report.indications.map((one) => values(`indications.${one}`)).join(' · '),
          },
        ]
      : []),
    ...(report.reporterType
      ? [
          {
            term: t('case.reporter'),
            detail: `${values(`reporterTypes.${report.reporterType}`)} (${t('case.staysHere')})`,
          },
        ]
      : []),
    ...(report.knowledgeBasis
      ? [{ term: t('case.knownFrom'), detail: values(`knowledgeBases.${report.knowledgeBasis}`) }]
      : []),
    ...(report.sources.length > 0
      ? [{ term: t('case.published'), detail: report.sources.map(({ publisher }) => publisher).join(', ') }]
      : []),
    {
      term: t('case.consent'),
      detail: isPublished(report)
        ? t('case.alreadyPublic')
        : consent?.withdrawn
          ? t('case.consentWithdrawn')
          : shared?.length
            ? shared.join(', ')
            : t('case.reviewOnly'),
    },
  ];
  return (
    <>
      <p className="case-head">
        <strong>{spoken.report(report.number)}</strong>
        <StateLabel
          kind={report.state === 'verified_clue' ? 'settled' : report.state === 'rejected' ? 'stopped' : 'working'}
        >
          {values(`reportStates.${report.state}`)}
        </StateLabel>
        {report.practice && <StateLabel>{t('practice')}</StateLabel>}
        {(report.referredUrgentAt || report.inhabitedPlaceDanger) && (
          <StateLabel kind="attention">{t('need.urgent')}</StateLabel>
        )}
      </p>
      <h2>{await caseTitle(locale, { ...report, species })}</h2>
      <p className="small quiet">
        {t('case.sent', {
          at: formatDateTime(locale, report.submittedAt),
          channel: values(`channels.${report.channel}`),
        })}
      </p>
      <CaseWords locale={locale} path={path} report={report} />
      <Facts items={facts} />
    </>
  );
}
