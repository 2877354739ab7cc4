import { spoken } from '../ids.ts';
import { type Estimate, estimateOf } from './estimate.ts';
import { type ClassOfRow, type EvidenceFacts, evidenceOf, type PieceKind } from './evidence.ts';
import { chainsOf, pictureOf } from './evidence-items/chains.ts';
import { presumedDependent } from './evidence-items/input.ts';
import type { EvidenceItemRow, TieRow } from './evidence-items/store.ts';
import type { EvidenceClass, InfoCredibility, SourceClass, SourceReliability } from './input.ts';
import type { ReportRecord } from './store.ts';
import { marksLeft } from './text/marks.ts';

export { presumedDependent };

/** One piece in the evidence ledger of an incident: a report, or what a moderator recorded beside it. */
export type LedgerItem = {
  /** R-1042 or E-7. */
  ref: string;
  id: string;
  kind: PieceKind;
  evidenceClass: EvidenceClass;
  evidenceReason: string;
  assessed: boolean;
  sourceReliability: SourceReliability;
  infoCredibility: InfoCredibility;
  sourceClass: SourceClass;
  independenceGroup: string;
  accreditedOperator: boolean;
  hasFreeText: boolean;
  /** A person has decided on the text as it is now, and no flag of the detector waits. */
  textRead: boolean;
  /** Flags in the text that nobody has decided. */
  marksLeft: number;
  /** Numbers of the photos that may be used and that nobody has reviewed. */
  photosLeft: readonly number[];
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

export const claimsOf = (report: ReportRecord) =>
  report.claims.map((claim) => ({ ...claim, official: report.assessment?.sourceClass === 'official' }));

export const reportEstimate = (report: ReportRecord): Estimate | null => estimateOf(claimsOf(report));

/** An import of what publishers carried; a source named in the form is no reason to skip the reporter's consent. */
export const isPublished = (report: Pick<ReportRecord, 'channel' | 'sources'>): boolean =>
  report.channel === 'import' && report.sources.length > 0;

export type LedgerSource = {
  reports: readonly ReportRecord[];
  /** Those that stand: neither replaced nor withdrawn. */
  evidenceItems?: readonly EvidenceItemRow[];
  ties?: readonly TieRow[];
  classes?: ClassOfRow;
  /** Perceptual hashes of the photos of each report. */
  pictures?: ReadonlyMap<string, readonly bigint[]>;
};

/** Every piece with its class and its chain of knowledge, as reports, recorded items and ties make them. */
export function ledgerOf({ reports, evidenceItems = [], ties = [], classes, pictures }: LedgerSource): LedgerItem[] {
  const chains = chainsOf(
    [
      ...reports.map((one) => ({
        ref: spoken.report(one.number),
        independenceGroup: one.assessment?.independenceGroup ?? presumedDependent,
        pictures: pictures?.get(one.id) ?? [],
      })),
      ...evidenceItems.map((one) => ({
        ...one,
        ref: spoken.evidence(one.number),
        pictures: pictureOf(one.imageHash),
      })),
    ],
    ties,
  );
  const chained = reports.map((report) => ({
    ...report,
    assessment: report.assessment && {
      ...report.assessment,
      independenceGroup: chains.get(spoken.report(report.number))!,
    },
  }));
  const items = evidenceItems.map((one) => itemPiece(one, chains.get(spoken.evidence(one.number))!, classes));
  const told = chained.map((report) => {
    const facts = evidenceFactsOf(report, chained);
    const own = report.assessment?.independenceGroup;
    const beside = items.some(
      (one) =>
        isCredible(one.infoCredibility) && one.independenceGroup !== presumedDependent && one.independenceGroup !== own,
    );
    return reportPiece(report, evidenceOf({ ...facts, corroborated: facts.corroborated || beside }, classes));
  });
  return [...told, ...items];
}

function reportPiece(report: ReportRecord, { evidenceClass, reason }: ReturnType<typeof evidenceOf>): LedgerItem {
  const left = report.description ? marksLeft(report.description, report.text.spans) : 0;
  return {
    ref: spoken.report(report.number),
    id: report.id,
    kind: report.kind,
    evidenceClass,
    evidenceReason: reason,
    assessed: report.assessment !== null,
    sourceReliability: report.assessment?.sourceReliability ?? 'F',
    infoCredibility: report.assessment?.infoCredibility ?? '6',
    sourceClass: report.assessment?.sourceClass ?? 'individual',
    independenceGroup: report.assessment?.independenceGroup ?? presumedDependent,
    accreditedOperator: report.organisationKind === 'mine_action_authority' || report.organisationKind === 'operator',
    hasFreeText: Boolean(report.description),
    textRead: left === 0 && report.text.read,
    marksLeft: left,
    photosLeft: report.consent?.photoUse ? report.photos.flatMap((one) => (one.reviewed ? [] : [one.number])) : [],
    alreadyPublic: isPublished(report),
    consent: report.consent === null ? 'none' : report.consent.withdrawnAt ? 'withdrawn' : 'given',
    shareWithNgos: report.consent?.shareWithNgos ?? false,
    shareWithAuthorities: report.consent?.shareWithAuthorities ?? false,
  };
}

function itemPiece(item: EvidenceItemRow, independenceGroup: string, classes: ClassOfRow | undefined): LedgerItem {
  const { evidenceClass, reason } = evidenceOf(
    {
      kind: item.kind,
      positionOf: item.locatedMetres === null ? null : 'event',
      uncertaintyMetres: item.locatedMetres,
      detonationAttested: item.detonationAttested,
      recordChecked: item.recordChecked,
      knowledgeBasis: null,
      causeBasis: null,
      wildAnimal: false,
      corroborated: false,
      repeatsAnother: false,
    },
    classes,
  );
  const { id, kind, sourceReliability, infoCredibility, sourceClass, consent } = item;
  const shared = consent === 'shared';
  return {
    ref: spoken.evidence(item.number),
    id,
    kind,
    evidenceClass,
    evidenceReason: reason,
    assessed: true,
    sourceReliability,
    infoCredibility,
    sourceClass,
    independenceGroup,
    accreditedOperator: false,
    // its words never leave this desk
    hasFreeText: false,
    textRead: true,
    marksLeft: 0,
    photosLeft: [],
    alreadyPublic: consent === 'published',
    consent: consent === 'none' ? 'none' : 'given',
    shareWithNgos: shared,
    shareWithAuthorities: shared,
  };
}
