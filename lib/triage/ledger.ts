import { type Claim, type Estimate, estimateOf } from './estimate.ts';
import { type EvidenceFacts, evidenceOf } from './evidence.ts';
import type { EvidenceClass, InfoCredibility, SourceClass, SourceReliability } from './input.ts';
import type { ReportRecord } from './store.ts';

/** The word that stands for "no separate chain of knowledge is recorded". */
export const presumedDependent = 'presumed';

/** One report in the evidence ledger of its incident. */
export type LedgerItem = {
  reportId: string;
  number: number;
  evidenceClass: EvidenceClass;
  evidenceReason: string;
  assessed: boolean;
  sourceReliability: SourceReliability;
  infoCredibility: InfoCredibility;
  sourceClass: SourceClass;
  independenceGroup: string;
  accreditedOperator: boolean;
  hasFreeText: boolean;
  freeTextScrubbed: boolean;
  /** Published elsewhere: its facts need no consent of ours. */
  alreadyPublic: boolean;
  consent: 'given' | 'withdrawn' | 'none';
  shareWithNgos: boolean;
  shareWithAuthorities: boolean;
};

export const isCredible = (credibility: InfoCredibility): boolean => credibility <= '3';

/** Another report of the incident that comes over a chain of its own and is credible. */
const corroborates = (one: ReportRecord, other: ReportRecord): boolean =>
  one.id !== other.id &&
  other.assessment !== null &&
  isCredible(other.assessment.infoCredibility) &&
  other.assessment.independenceGroup !== presumedDependent &&
  one.assessment?.independenceGroup !== other.assessment.independenceGroup;

/** A media report repeats when its original, or an earlier repeat, shares its chain of knowledge. */
const repeats = (one: ReportRecord, other: ReportRecord): boolean =>
  one.id !== other.id &&
  one.assessment?.sourceClass === 'media' &&
  other.assessment !== null &&
  one.assessment.independenceGroup === other.assessment.independenceGroup &&
  (other.assessment.sourceClass !== 'media' || other.number < one.number);

const causes = ['crater', 'explosion_witnessed', 'explosion_heard', 'blast_injury', 'carcass_only'] as const;

/** What the evidence table asks of a report, beside the others of its incident. */
export function evidenceFactsOf(report: ReportRecord, others: readonly ReportRecord[]): EvidenceFacts {
  const estimate = reportEstimate(report);
  return {
    kind: report.kind,
    positionOf: estimate?.positionOf ?? null,
    uncertaintyMetres: estimate?.uncertaintyMetres ?? null,
    detonationAttested: report.assessment?.detonationAttested ?? false,
    knowledgeBasis: report.knowledgeBasis,
    causeBasis: causes.find((cause) => report.animals.some(({ causeBasis }) => causeBasis === cause)) ?? null,
    wildAnimal: report.animals.some(({ species, herdRole }) => species === 'wild_mammal' || herdRole === 'wild'),
    recordChecked: report.assessment?.recordChecked ?? false,
    corroborated: others.some((other) => corroborates(report, other)),
    repeatsAnother: others.some((other) => repeats(report, other)),
  };
}

export const claimsOf = (report: ReportRecord): Claim[] =>
  report.claims.map((claim) => ({ ...claim, official: report.assessment?.sourceClass === 'official' }));

export const reportEstimate = (report: ReportRecord): Estimate | null => estimateOf(claimsOf(report));

/** An import of what publishers carried; a source named in the form is no reason to skip the reporter's consent. */
export const isPublished = (report: Pick<ReportRecord, 'channel' | 'sources'>): boolean =>
  report.channel === 'import' && report.sources.length > 0;

export function ledgerOf(reports: readonly ReportRecord[]): LedgerItem[] {
  return reports.map((report) => {
    const { evidenceClass, reason } = evidenceOf(evidenceFactsOf(report, reports));
    return {
      reportId: report.id,
      number: report.number,
      evidenceClass,
      evidenceReason: reason,
      assessed: report.assessment !== null,
      sourceReliability: report.assessment?.sourceReliability ?? 'F',
      infoCredibility: report.assessment?.infoCredibility ?? '6',
      sourceClass: report.assessment?.sourceClass ?? 'individual',
      independenceGroup: report.assessment?.independenceGroup ?? presumedDependent,
      accreditedOperator: report.organisationKind === 'mine_action_authority' || report.organisationKind === 'operator',
      hasFreeText: Boolean(report.description),
      freeTextScrubbed: report.assessment?.freeTextScrubbed ?? false,
      alreadyPublic: isPublished(report),
      consent: report.consent === null ? 'none' : report.consent.withdrawnAt ? 'withdrawn' : 'given',
      shareWithNgos: report.consent?.shareWithNgos ?? false,
      shareWithAuthorities: report.consent?.shareWithAuthorities ?? false,
    };
  });
}
