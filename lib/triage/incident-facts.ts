import { type DatePrecision, type ReportKind, reportKinds } from '../reports/input.ts';
import type { Choice } from './incidents/replay.ts';
import type { DateTold } from './incidents/told.ts';
import { byGrade, incidentValuesOf } from './incidents/values.ts';
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
};

/**
 * What the reports of one incident say together: nothing is averaged; of each field the value counts that a moderator
 * chose, else that of the best graded report that tells one.
 */
export function incidentFactsOf(reports: readonly ReportRecord[], choices: readonly Choice[] = []): IncidentFacts {
  const values = new Map(incidentValuesOf(reports, choices).map(({ field, counts }) => [field, counts]));
  const date = values.get('date') as DateTold | null;
  const counted = (field: 'killed' | 'injured' | 'animalsKilled') => (values.get(field) ?? null) as number | null;
  return {
    kind: (values.get('kind') ?? reportKinds[0]) as ReportKind,
    dateStart: date?.start ?? null,
    dateEnd: date?.end ?? null,
    datePrecision: date?.precision ?? 'unknown',
    killed: counted('killed'),
    injured: counted('injured'),
    animalsKilled: counted('animalsKilled'),
    deviceCategory: (values.get('deviceCategory') ?? 'unknown') as IncidentFacts['deviceCategory'],
    knowledgeBasis: [...reports].sort(byGrade).find((r) => r.knowledgeBasis !== null)?.knowledgeBasis ?? null,
    areaMarked: values.get('areaMarked') === 'yes',
  };
}
