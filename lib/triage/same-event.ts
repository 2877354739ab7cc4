import type { DatePrecision, ReportKind } from '../reports/input.ts';

/** What is compared of two reports; dates as YYYY-MM-DD. */
export type Sighting = {
  kind: ReportKind;
  dateStart: string | null;
  dateEnd: string | null;
  datePrecision: DatePrecision;
  uncertaintyMetres: number;
  killed: number | null;
  injured: number | null;
  deviceCategory: string;
};

/** One reason for or against (`triage.sameEventReason.<key>`). */
export type SameEventReason = { key: string; points: number; detail?: Record<string, string | number> };

/** From here on a candidate counts as strong: a clue is not proposed before somebody has looked at it. */
export const strongScore = 60;
/** Below this it is not offered. */
export const offeredScore = 30;

const dayMs = 86_400_000;
/** Days that the stated date may be off on each side. */
const slackDays: Record<DatePrecision, number> = {
  exact_time: 0,
  day: 1,
  month: 0,
  season: 30,
  year: 0,
  range: 0,
  before: 365,
  unknown: 0,
};

/** The days that a date may mean, or null when nothing is known. */
function daysOf({ dateStart, dateEnd, datePrecision }: Sighting): [from: number, to: number] | null {
  if (!dateStart || datePrecision === 'unknown') return null;
  const start = new Date(`${dateStart}T00:00:00Z`);
  const end = new Date(`${dateEnd ?? dateStart}T00:00:00Z`);
  if (datePrecision === 'month') end.setUTCMonth(end.getUTCMonth() + 1, 0);
  if (datePrecision === 'year') end.setUTCMonth(12, 0);
  if (datePrecision === 'month') start.setUTCDate(1);
  if (datePrecision === 'year') start.setUTCMonth(0, 1);
  const slack = slackDays[datePrecision] * dayMs;
  return [start.getTime() - slack, end.getTime() + slack];
}

function dateReason(a: Sighting, b: Sighting): SameEventReason {
  const [da, db] = [daysOf(a), daysOf(b)];
  if (!da || !db) return { key: 'date_unknown', points: 0 };
  const apart = Math.max(0, Math.max(da[0], db[0]) - Math.min(da[1], db[1])) / dayMs;
  if (apart > 0) return { key: 'dates_apart', points: -40, detail: { days: Math.round(apart) } };
  const loose = Math.max(da[1] - da[0], db[1] - db[0]) / dayMs;
  return loose <= 4 ? { key: 'same_days', points: 40 } : { key: 'dates_overlap', points: loose <= 35 ? 25 : 10 };
}

function distanceReason(a: Sighting, b: Sighting, metres: number): SameEventReason {
  const detail = { metres: Math.round(metres), radii: Math.round(a.uncertaintyMetres + b.uncertaintyMetres) };
  const reach = a.uncertaintyMetres + b.uncertaintyMetres;
  if (metres <= reach) return { key: 'circles_overlap', points: metres <= reach / 2 ? 35 : 25, detail };
  // people understate their error
  const near = metres <= 2 * reach + 500;
  return near ? { key: 'circles_near', points: 10, detail } : { key: 'circles_apart', points: -50, detail };
}

const presence = (kind: ReportKind) => kind === 'hazard_sighting' || kind === 'hazard_knowledge';

function kindReason(a: Sighting, b: Sighting): SameEventReason {
  if (a.kind === b.kind) return { key: 'same_kind', points: 15 };
  if (presence(a.kind) !== presence(b.kind)) return { key: 'other_kind', points: -25 };
  // a blast heard may be the accident; a human and an animal accident may be one herder's
  return { key: 'kinds_compatible', points: 5 };
}

function countReasons(a: Sighting, b: Sighting): SameEventReason[] {
  return (['killed', 'injured'] as const).flatMap((field) => {
    const [x, y] = [a[field], b[field]];
    if (x === null || y === null) return [];
    return x === y
      ? [{ key: `same_${field}`, points: x > 0 ? 8 : 2, detail: { count: x } }]
      : [{ key: `other_${field}`, points: -5, detail: { count: x, other: y } }];
  });
}

/** 0 to 100 with its reasons; symmetric. Never decides: people do. */
export function sameEventScore(
  a: Sighting,
  b: Sighting,
  metres: number,
): { score: number; reasons: SameEventReason[] } {
  const reasons = [distanceReason(a, b, metres), dateReason(a, b), kindReason(a, b), ...countReasons(a, b)];
  const points = reasons.reduce((sum, { points }) => sum + points, 0);
  return { score: Math.min(100, Math.max(0, points)), reasons };
}
