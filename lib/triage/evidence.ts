import type { CauseBasis, PositionOf, ReportKind } from '../reports/input.ts';
import type { EvidenceItemKind } from './evidence-items/input.ts';
import { type EvidenceClass, evidenceClasses } from './input.ts';

export type PieceKind = ReportKind | EvidenceItemKind;

/** What decides the class of a report or another piece. Who tells it, and where they come from, is no input. */
export type EvidenceFacts = {
  kind: PieceKind;
  /** What the position of the report's estimate is a position of; null when it is not located. */
  positionOf: PositionOf | null;
  uncertaintyMetres: number | null;
  detonationAttested: boolean;
  knowledgeBasis: 'own_observation' | 'told_by_other' | 'document' | 'inferred' | null;
  causeBasis: CauseBasis | null;
  wildAnimal: boolean;
  /** Provenance and datum of a record or sketch were checked. */
  recordChecked: boolean;
  /** Another independent source of credibility 1-3 tells of the same. */
  corroborated: boolean;
  /** A media report whose original stands in the same incident. */
  repeatsAnother: boolean;
};

/** Metres within which an event counts as located on the spot. */
export const spotMetres = 250;
/** A place that a witness can locate: precision class B. */
const locatableMetres = 500;

const within = (f: EvidenceFacts, metres: number) => f.uncertaintyMetres !== null && f.uncertaintyMetres <= metres;
const atEvent = (f: EvidenceFacts) => f.positionOf === 'event' || f.positionOf === 'crater';
const foundElsewhere = (f: EvidenceFacts) =>
  f.positionOf === 'animal_found' || f.positionOf === 'carcass_found' || f.positionOf === 'last_seen_grazing';
const blastSeen = (f: EvidenceFacts) =>
  f.positionOf === 'crater' || (f.causeBasis === 'explosion_witnessed' && f.positionOf === 'event');
const spot = (f: EvidenceFacts) => atEvent(f) && within(f, spotMetres);
const anything = () => true;

type Row = { reason: string; evidenceClass: EvidenceClass; when: (f: EvidenceFacts) => boolean };

const bangs: Row[] = [
  { reason: 'detonation_located', evidenceClass: 'direct', when: (f) => spot(f) && f.detonationAttested },
  { reason: 'position_not_of_event', evidenceClass: 'indirect', when: (f) => f.positionOf !== null && !atEvent(f) },
  { reason: 'location_over_250', evidenceClass: 'indirect', when: (f) => !within(f, spotMetres) },
  { reason: 'detonation_not_attested', evidenceClass: 'indirect', when: anything },
];
const testimony: Row[] = [
  {
    reason: 'record_checked',
    evidenceClass: 'direct',
    when: (f) => f.knowledgeBasis === 'document' && f.recordChecked,
  },
  { reason: 'record_unchecked', evidenceClass: 'indirect', when: (f) => f.knowledgeBasis === 'document' },
  { reason: 'common_knowledge', evidenceClass: 'indirect', when: (f) => f.knowledgeBasis !== 'own_observation' },
  { reason: 'sighting_not_located', evidenceClass: 'indirect', when: (f) => !within(f, locatableMetres) },
  { reason: 'sighting_corroborated', evidenceClass: 'direct', when: (f) => f.corroborated },
  { reason: 'sighting_uncorroborated', evidenceClass: 'indirect', when: anything },
];

/** The table of the field (non-technical survey, IMAS 08.10 terms): the first row that fits decides. */
export const evidenceTable: Record<PieceKind, readonly Row[]> = {
  human_accident: bangs,
  detonation_no_casualty: bangs,
  hazard_sighting: testimony,
  hazard_knowledge: testimony,
  animal_accident: [
    {
      reason: 'animal_detonation_located',
      evidenceClass: 'direct',
      when: (f) => blastSeen(f) && within(f, spotMetres),
    },
    { reason: 'carcass_only', evidenceClass: 'weak_indirect', when: (f) => f.causeBasis === 'carcass_only' },
    {
      reason: 'wild_animal_without_crater',
      evidenceClass: 'weak_indirect',
      when: (f) => f.wildAnimal && !blastSeen(f) && f.causeBasis !== 'crater',
    },
    {
      reason: 'animal_cause_unknown',
      evidenceClass: 'weak_indirect',
      when: (f) => f.causeBasis === null && !blastSeen(f),
    },
    { reason: 'animal_found_elsewhere', evidenceClass: 'indirect', when: foundElsewhere },
    { reason: 'location_over_250', evidenceClass: 'indirect', when: (f) => !within(f, spotMetres) },
    { reason: 'explosion_not_seen', evidenceClass: 'indirect', when: anything },
  ],
  official_statement: [
    { reason: 'statement_located', evidenceClass: 'direct', when: (f) => spot(f) && f.detonationAttested },
    { reason: 'statement_not_located', evidenceClass: 'indirect', when: anything },
  ],
  document: [
    { reason: 'record_checked', evidenceClass: 'direct', when: (f) => f.recordChecked },
    { reason: 'record_unchecked', evidenceClass: 'indirect', when: anything },
  ],
  medical_record: [
    { reason: 'injury_by_explosion', evidenceClass: 'indirect', when: (f) => f.detonationAttested },
    { reason: 'injury_unclear', evidenceClass: 'weak_indirect', when: anything },
  ],
  photo: [
    { reason: 'photo_located', evidenceClass: 'direct', when: (f) => spot(f) && f.detonationAttested },
    { reason: 'photo_not_located', evidenceClass: 'indirect', when: anything },
  ],
  call_back: [{ reason: 'told_by_phone', evidenceClass: 'indirect', when: anything }],
};

/** Classes that a deployment gives to rows instead of the field's, by `rowKey`. */
export type ClassOfRow = ReadonlyMap<string, EvidenceClass>;
export const rowKey = (kind: string, condition: string): string => `${kind}.${condition}`;

/** The class with the key of its reason (`triage.evidenceReason.<key>`); `classes` is the deployment's own table. */
export function evidenceOf(
  facts: EvidenceFacts,
  classes?: ClassOfRow,
): { evidenceClass: EvidenceClass; reason: string } {
  if (facts.repeatsAnother) return { evidenceClass: 'none', reason: 'media_repeat' };
  // a sighting told without saying how it is known is the teller's own
  const basis = facts.knowledgeBasis ?? (facts.kind === 'hazard_sighting' ? 'own_observation' : null);
  const known = { ...facts, knowledgeBasis: basis };
  const row = evidenceTable[facts.kind].find(({ when }) => when(known))!;
  return { evidenceClass: classes?.get(rowKey(facts.kind, row.reason)) ?? row.evidenceClass, reason: row.reason };
}

/** 0 is the strongest. */
export const evidenceRank = (evidenceClass: EvidenceClass): number => evidenceClasses.indexOf(evidenceClass);
