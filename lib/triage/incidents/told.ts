import { type Position, positionsOf } from '../../geo/lng-lat.ts';
import type { DatePrecision, ReportKind } from '../../reports/input.ts';
import { estimateOf } from '../estimate.ts';
import { gapMetres } from '../gap.ts';
import { claimsOf, reportEstimate } from '../ledger.ts';
import type { ReportRecord } from '../store.ts';
import type { IncidentField } from './input.ts';

export type DateTold = { start: string | null; end: string | null; precision: DatePrecision };
/** `at` is the first position of the claim's shape, lng before lat. */
export type PlaceTold = {
  claimId: string;
  placeId: string | null;
  name: string | null;
  uncertaintyMetres: number;
  at: Position;
};
export type ToldValue = string | number | DateTold | PlaceTold;

export const precisions: readonly DatePrecision[] = [
  'exact_time',
  'day',
  'month',
  'season',
  'year',
  'range',
  'before',
  'unknown',
];
const kinds: readonly ReportKind[] = [
  'human_accident',
  'animal_accident',
  'detonation_no_casualty',
  'hazard_sighting',
  'hazard_knowledge',
];

type Field = {
  /** What a report tells, or null. */
  read: (report: ReportRecord) => ToldValue | null;
  /** Of the reports that tell something, best graded first: whose value counts while nobody has chosen. */
  counts?: (told: ReportRecord[]) => ReportRecord | undefined;
  /** Whether two values may both be true; equal ones always may. */
  compatible?: (a: ReportRecord, b: ReportRecord) => boolean;
};

const known = <T extends string>(value: T | null): T | null => (value === 'unknown' ? null : value);
const sum = (counts: (number | null)[]): number | null => {
  const told = counts.filter((n) => n !== null);
  return told.length === 0 ? null : told.reduce((a, b) => a + b, 0);
};

/** What each field of an incident is read from, and which report is believed by default. */
export const fields: Record<IncidentField, Field> = {
  kind: {
    read: ({ kind }) => kind,
    counts: (told) => [...told].sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind))[0],
  },
  date: {
    read: ({ dateStart: start, dateEnd: end, datePrecision: precision }) =>
      start === null || precision === 'unknown' ? null : { start, end, precision },
    counts: (told) =>
      [...told].sort((a, b) => precisions.indexOf(a.datePrecision) - precisions.indexOf(b.datePrecision))[0],
    compatible: (a, b) => {
      const [[fromA, toA], [fromB, toB]] = [daysTold(a), daysTold(b)];
      return fromA <= toB && fromB <= toA;
    },
  },
  place: {
    read: (report) => {
      const estimate = reportEstimate(report);
      const claim = estimate && report.claims.find(({ id }) => id === estimate.claimId);
      if (!estimate || !claim) return null;
      const { claimId, placeId, uncertaintyMetres } = estimate;
      const [at] = positionsOf(estimate.geometry);
      // of a line or an area the words are a list of numbers
      const words = estimate.geometry.type === 'Point' ? claim.inputText : null;
      return { claimId, placeId, name: claim.placeNameAsGiven ?? words, uncertaintyMetres, at: at! };
    },
    counts: (told) => {
      const reportId = estimateOf(told.flatMap(claimsOf))?.reportId;
      return told.find(({ id }) => id === reportId);
    },
    compatible: (a, b) => {
      const [here, there] = [reportEstimate(a), reportEstimate(b)];
      if (!here || !there) return true;
      return gapMetres(here.geometry, there.geometry) <= here.uncertaintyMetres + there.uncertaintyMetres;
    },
  },
  killed: { read: ({ killed }) => killed },
  injured: { read: ({ injured }) => injured },
  animalsKilled: { read: ({ animals }) => sum(animals.map(({ countKilled }) => countKilled)) },
  deviceCategory: { read: ({ devices }) => devices.find(({ category }) => category !== 'unknown')?.category ?? null },
  howActivated: { read: ({ howActivated }) => known(howActivated) },
  areaMarked: {
    read: ({ areaMarked }) => known(areaMarked),
    counts: (told) => told.find(({ areaMarked }) => areaMarked === 'yes') ?? told[0],
  },
  emplacement: { read: ({ emplacement }) => known(emplacement) },
  movedBy: { read: ({ movedBy }) => known(movedBy) },
};

/** First and last day that a date may mean, as YYYY-MM-DD. */
function daysTold({ dateStart, dateEnd, datePrecision }: ReportRecord): [string, string] {
  const start = dateStart ?? '';
  if (datePrecision === 'before') return ['', dateEnd ?? start];
  const last = dateEnd ?? start;
  if (datePrecision === 'month') return [`${start.slice(0, 7)}-01`, `${last.slice(0, 7)}-31`];
  if (datePrecision === 'year') return [`${start.slice(0, 4)}-01-01`, `${last.slice(0, 4)}-12-31`];
  return [start, last];
}
