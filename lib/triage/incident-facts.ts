import { type DatePrecision, type ReportKind, reportKinds } from '../reports/input.ts';
import type { ReportRecord } from './store.ts';

export type IncidentFacts = {
  kind: ReportKind;
  dateStart: string | null;
  dateEnd: string | null;
  datePrecision: DatePrecision;
  killed: number | null;
  injured: number | null;
  animalsKilled: number | null;
  deviceCategory: ReportRecord['devices'][number]['category'];
  knowledgeBasis: ReportRecord['knowledgeBasis'];
  areaMarked: boolean;
  /** Values that reports of the incident tell differently, by field: all are kept, the best graded one counts. */
  differing: Record<string, (string | number)[]>;
};

const precisions: readonly DatePrecision[] = [
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

/** Best graded first: credibility, then reliability, then the earlier report. */
export const byGrade = (a: ReportRecord, b: ReportRecord): number =>
  (a.assessment?.infoCredibility ?? '6').localeCompare(b.assessment?.infoCredibility ?? '6') ||
  (a.assessment?.sourceReliability ?? 'F').localeCompare(b.assessment?.sourceReliability ?? 'F') ||
  a.number - b.number;

const animalsKilled = (report: ReportRecord): number | null => {
  const counts = report.animals.map(({ countKilled }) => countKilled).filter((n) => n !== null);
  return counts.length === 0 ? null : counts.reduce((sum, n) => sum + n, 0);
};
const device = (report: ReportRecord) =>
  report.devices.find(({ category }) => category !== 'unknown')?.category ?? null;

/** What the reports of one incident say together: nothing is averaged, the best graded report that tells a value is believed. */
export function incidentFactsOf(reports: readonly ReportRecord[]): IncidentFacts {
  const ranked = [...reports].sort(byGrade);
  const first = <T>(read: (report: ReportRecord) => T | null): T | null =>
    ranked.map(read).find((v) => v !== null) ?? null;
  const dated = [...ranked].sort(
    (a, b) => precisions.indexOf(a.datePrecision) - precisions.indexOf(b.datePrecision),
  )[0];
  const told = {
    killed: (r: ReportRecord) => r.killed,
    injured: (r: ReportRecord) => r.injured,
    animalsKilled,
    device,
  };
  const differing = Object.entries({ ...told, deviceCategory: device }).flatMap(([field, read]) => {
    const values = [...new Set(ranked.map((report): string | number | null => read(report)).filter((v) => v !== null))];
    return values.length > 1 ? [[field, values] as const] : [];
  });
  return {
    kind: kinds.find((kind) => reports.some((report) => report.kind === kind)) ?? reportKinds[0],
    dateStart: dated?.dateStart ?? null,
    dateEnd: dated?.dateEnd ?? null,
    datePrecision: dated?.datePrecision ?? 'unknown',
    killed: first(told.killed),
    injured: first(told.injured),
    animalsKilled: first(animalsKilled),
    deviceCategory: first(device) ?? 'unknown',
    knowledgeBasis: first((r) => r.knowledgeBasis),
    areaMarked: reports.some((r) => r.areaMarked === 'yes'),
    differing: Object.fromEntries(differing),
  };
}
