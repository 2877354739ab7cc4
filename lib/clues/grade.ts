import { defaultArea } from '../geo/area.ts';
import { bboxContains } from '../geo/bbox.ts';
import { fromPosition, positionsOf } from '../geo/lng-lat.ts';
import type { Estimate } from '../triage/estimate.ts';
import { evidenceRank } from '../triage/evidence.ts';
import type { IncidentFacts } from '../triage/incident-facts.ts';
import type { EvidenceClass, InfoCredibility, SourceClass, SourceReliability } from '../triage/input.ts';
import { isCredible, type LedgerItem, presumedDependent } from '../triage/ledger.ts';
import type { PrecisionClass } from './input.ts';

/** The conditions of a verified clue, in the field's order (`clues.rule.<key>`). */
export const rules = [
  'specific_event',
  'located',
  'dated',
  'attested',
  'duplicates_merged',
  'consent',
  'scrubbed',
  'two_persons',
] as const;
export type Rule = (typeof rules)[number];
/** One line of the grade; `detail.why` is a message key below `clues.why`. */
export type Ground = { rule: Rule; met: boolean; detail: { why: string } & Record<string, string | number> };

export type GradeInput = {
  items: readonly LedgerItem[];
  facts: Pick<IncidentFacts, 'kind' | 'dateStart' | 'dateEnd' | 'datePrecision'>;
  estimate: Estimate | null;
  /** Numbers of strong same-event candidates that nobody has looked at. */
  openCandidates: readonly number[];
  /** YYYY-MM-DD in Asia/Baku. */
  today: string;
  /** A second moderator decides. */
  secondPerson: boolean;
};

export type Grade = {
  evidenceClass: EvidenceClass;
  sourceReliability: SourceReliability;
  infoCredibility: InfoCredibility;
  sourceClass: SourceClass;
  independentSources: number;
  precisionClass: PrecisionClass;
  grounds: Ground[];
  /** Rules that are not met. */
  missing: Rule[];
};

const counting = (items: readonly LedgerItem[]) => items.filter((one) => one.assessed && one.evidenceClass !== 'none');

/** Recorded separate chains of knowledge; whatever has none recorded counts as one source together, and only if nothing else does. */
export function independentSources(items: readonly LedgerItem[]): number {
  const counted = counting(items);
  const chains = new Set(counted.map((one) => one.independenceGroup).filter((group) => group !== presumedDependent));
  return counted.length === 0 ? 0 : Math.max(1, chains.size);
}

const reliable = (one: LedgerItem) => one.sourceReliability <= 'C';
const inOrder = (a: LedgerItem, b: LedgerItem) =>
  a.infoCredibility.localeCompare(b.infoCredibility) || a.sourceReliability.localeCompare(b.sourceReliability);

function specific({ items, facts, estimate, today }: GradeInput): Ground {
  const rule = 'specific_event';
  if (counting(items).length === 0) return { rule, met: false, detail: { why: 'nothing_assessed' } };
  const ungraded = items.filter((one) => !one.assessed).map(({ ref }) => ref);
  if (ungraded.length > 0)
    return { rule, met: false, detail: { why: 'not_all_assessed', reports: ungraded.join(', ') } };
  if (facts.dateStart !== null && facts.dateStart > today)
    return { rule, met: false, detail: { why: 'date_in_future' } };
  const inArea =
    estimate && positionsOf(estimate.geometry).every((p) => bboxContains(defaultArea.bbox, fromPosition(p)));
  if (estimate && !inArea) return { rule, met: false, detail: { why: 'outside_area' } };
  return { rule, met: true, detail: { why: 'event_told', kind: facts.kind } };
}

function located({ estimate }: GradeInput): Ground {
  const rule = 'located';
  if (!estimate) return { rule, met: false, detail: { why: 'no_location' } };
  const metres = Math.round(estimate.uncertaintyMetres);
  const detail = { metres, precisionClass: estimate.precisionClass };
  if (estimate.precisionClass === 'D') return { rule, met: false, detail: { why: 'too_imprecise', ...detail } };
  if (estimate.conflicting.length > 0 && estimate.reason !== 'moderator' && estimate.reason !== 'chosen') {
    return { rule, met: false, detail: { why: 'claims_conflict', ...detail, claims: estimate.conflicting.length } };
  }
  return { rule, met: true, detail: { why: 'located_within', ...detail } };
}

const isPresence = (kind: IncidentFacts['kind']) => kind === 'hazard_sighting' || kind === 'hazard_knowledge';

function dated({ facts }: GradeInput): Ground {
  const { kind, dateStart, dateEnd, datePrecision } = facts;
  const known = dateStart !== null && ['exact_time', 'day', 'month', 'season', 'year'].includes(datePrecision);
  const bounded = dateStart !== null && dateEnd !== null && datePrecision === 'range';
  const oneYear = bounded && dateStart.slice(0, 4) === dateEnd.slice(0, 4);
  const met = known || oneYear || (isPresence(kind) && bounded);
  const missing = isPresence(kind) ? 'no_period' : 'no_year';
  return { rule: 'dated', met, detail: { why: met ? 'dated_to' : missing, precision: datePrecision } };
}

function attested({ items }: GradeInput): Ground {
  const rule = 'attested';
  const counted = counting(items).sort(inOrder);
  const official = counted.find(
    (one) =>
      (one.sourceClass === 'official' || one.accreditedOperator || one.kind === 'medical_record') &&
      one.infoCredibility !== '4' &&
      one.infoCredibility !== '5',
  );
  if (official) return { rule, met: true, detail: { why: 'official_statement', report: official.ref } };
  const graded = counted.find((one) => reliable(one) && isCredible(one.infoCredibility));
  if (graded) {
    const grade = `${graded.sourceReliability}/${graded.infoCredibility}`;
    return { rule, met: true, detail: { why: 'one_item_graded', report: graded.ref, grade } };
  }
  const chains = new Set(
    counted
      .filter((one) => isCredible(one.infoCredibility) && one.independenceGroup !== presumedDependent)
      .map((one) => one.independenceGroup),
  );
  if (chains.size >= 2) return { rule, met: true, detail: { why: 'two_chains', chains: chains.size } };
  return { rule, met: false, detail: { why: 'not_attested', chains: chains.size } };
}

function duplicates({ openCandidates }: GradeInput): Ground {
  const rule = 'duplicates_merged';
  if (openCandidates.length === 0) return { rule, met: true, detail: { why: 'no_candidates' } };
  const reports = openCandidates.map((number) => `R-${number}`).join(', ');
  return { rule, met: false, detail: { why: 'candidates_open', reports } };
}

function consent({ items }: GradeInput): Ground {
  const without = items.filter((one) => one.consent === 'withdrawn' || (one.consent === 'none' && !one.alreadyPublic));
  if (without.length > 0) {
    return {
      rule: 'consent',
      met: false,
      detail: { why: 'consent_missing', reports: without.map(({ ref }) => ref).join(', ') },
    };
  }
  const shared = items.every((one) => one.alreadyPublic || one.shareWithNgos);
  return { rule: 'consent', met: true, detail: { why: shared ? 'consent_organisations' : 'consent_review_only' } };
}

function scrubbed({ items }: GradeInput): Ground {
  const rule = 'scrubbed';
  const refs = (of: typeof items, told = ({ ref }: LedgerItem) => ref) => of.map(told).join(', ');
  const unread = items.filter((one) => one.hasFreeText && !one.textRead && one.marksLeft === 0);
  const marked = items.filter((one) => one.hasFreeText && one.marksLeft > 0);
  const pictured = items.filter((one) => one.photosLeft.length > 0);
  const left = {
    reports: refs(unread),
    marks: refs(marked, ({ ref, marksLeft }) => `${ref}: ${marksLeft}`),
    photos: refs(pictured, ({ ref, photosLeft }) => `${ref} (${photosLeft.join(', ')})`),
  };
  const whys = [
    ...(left.reports ? ['not_scrubbed'] : []),
    ...(left.marks ? ['marks_left'] : []),
    ...(left.photos ? ['photos_left'] : []),
  ];
  if (whys.length === 0) return { rule, met: true, detail: { why: 'all_scrubbed' } };
  const { reports, marks, photos } = left;
  const none = (told: string) => told || 'none';
  if (whys.length > 1)
    return {
      rule,
      met: false,
      detail: { why: 'several_left', reports: none(reports), marks: none(marks), photos: none(photos) },
    };
  return { rule, met: false, detail: { why: whys[0]!, ...left } };
}

const twoPersons = ({ secondPerson }: GradeInput): Ground => ({
  rule: 'two_persons',
  met: secondPerson,
  detail: { why: secondPerson ? 'second_person' : 'waits_for_second' },
});

/** The clue's grade from the evidence ledger, line by line: computed, never typed in. */
export function gradeOf(input: GradeInput): Grade {
  const counted = counting(input.items);
  const best = [...counted].sort(inOrder)[0];
  const classes = counted.map((one) => one.evidenceClass).sort((a, b) => evidenceRank(a) - evidenceRank(b));
  const grounds = [specific, located, dated, attested, duplicates, consent, scrubbed, twoPersons].map((rule) =>
    rule(input),
  );
  return {
    evidenceClass: approximate(input.estimate) && classes[0] === 'direct' ? 'indirect' : (classes[0] ?? 'none'),
    sourceReliability: best?.sourceReliability ?? 'F',
    infoCredibility: best?.infoCredibility ?? '6',
    sourceClass: sourceClassOf(counted),
    independentSources: independentSources(input.items),
    precisionClass: input.estimate?.precisionClass ?? 'D',
    grounds,
    missing: grounds.filter(({ met }) => !met).map(({ rule }) => rule),
  };
}

/** "Event certain, place approximate" is indirect evidence for any polygon. */
const approximate = (estimate: Estimate | null) =>
  !estimate || estimate.precisionClass === 'C' || estimate.precisionClass === 'D';

const strongest: readonly SourceClass[] = ['official', 'organisation', 'individual', 'media'];
const sourceClassOf = (items: readonly LedgerItem[]): SourceClass =>
  strongest.find((one) => items.some(({ sourceClass }) => sourceClass === one)) ?? 'individual';
