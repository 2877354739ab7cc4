import type { ReportRecord } from '../store.ts';
import { type IncidentField, incidentFields } from './input.ts';
import type { Choice } from './replay.ts';
import { fields, type ToldValue } from './told.ts';

type Source = { id: string; number: number };
export type IncidentValue = {
  field: IncidentField;
  /** Every value that is told, best graded first, with the reports that tell it; none is dropped. */
  told: { value: ToldValue; reports: Source[] }[];
  counts: ToldValue | null;
  /** The report that the counting value is taken from. */
  from: Source | null;
  basis: 'derived' | 'chosen' | 'untold';
  choice: Choice | null;
  /** Values that cannot all be true. */
  differs: boolean;
};

/** Best graded first: credibility, then reliability, then the earlier report. */
export const byGrade = (a: ReportRecord, b: ReportRecord): number =>
  (a.assessment?.infoCredibility ?? '6').localeCompare(b.assessment?.infoCredibility ?? '6') ||
  (a.assessment?.sourceReliability ?? 'F').localeCompare(b.assessment?.sourceReliability ?? 'F') ||
  a.number - b.number;

const source = ({ id, number }: ReportRecord): Source => ({ id, number });
/** Two claims are one value when they name one place; without a place each is its own. */
const keyOf = (value: ToldValue): string =>
  typeof value === 'object' && 'claimId' in value
    ? JSON.stringify([value.placeId ?? value.claimId, value.name])
    : JSON.stringify(value);

/** A choice counts while the chosen report is among them and still tells a value; a moderator's later own claim of where supersedes one. */
function chosenReport(choice: Choice | undefined, told: readonly ReportRecord[], all: readonly ReportRecord[]) {
  if (!choice) return undefined;
  const later = all.some(({ claims }) => claims.some((c) => c.author === 'moderator' && +c.createdAt > +choice.at));
  if (choice.field === 'place' && later) return undefined;
  return told.find(({ id }) => id === choice.reportId);
}

/** What the reports of one incident tell of each field, and which value counts: the best graded report's, or the one that a moderator chose. Pure. */
export function incidentValuesOf(reports: readonly ReportRecord[], choices: readonly Choice[] = []): IncidentValue[] {
  const ranked = [...reports].sort(byGrade);
  return incidentFields.map((field): IncidentValue => {
    const { read, counts = ([best]) => best, compatible } = fields[field];
    const telling = ranked.filter((report) => read(report) !== null);
    const told = new Map<string, IncidentValue['told'][number]>();
    for (const report of telling) {
      const value = read(report)!;
      const one = told.get(keyOf(value)) ?? { value, reports: [] };
      one.reports.push(source(report));
      told.set(keyOf(value), one);
    }
    const choice = choices.find((one) => one.field === field);
    const chosen = chosenReport(choice, telling, reports);
    const from = chosen ?? counts(telling);
    const apart = (a: ReportRecord, b: ReportRecord) =>
      keyOf(read(a)!) !== keyOf(read(b)!) && !(compatible?.(a, b) ?? false);
    return {
      field,
      told: [...told.values()],
      counts: from ? read(from) : null,
      from: from ? source(from) : null,
      basis: chosen ? 'chosen' : from ? 'derived' : 'untold',
      choice: chosen ? (choice ?? null) : null,
      differs: telling.some((a, i) => telling.slice(i + 1).some((b) => apart(a, b))),
    };
  });
}
