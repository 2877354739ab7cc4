import type { ClueKind as RecordedKind } from '../clues/input.ts';
import type { Geometry, Position } from '../geo/lng-lat.ts';
import type { InfoCredibility } from '../triage/input.ts';
import type { ClueGeometry, RiskClue } from './model/clue.ts';
import type { ClueKind, Precision } from './model/parameters.ts';

const millisecondsPerDay = 86_400_000;

/** Days since 1970-01-01 of a date written YYYY-MM-DD. */
export const dayOf = (date: string): number => Math.floor(Date.parse(`${date}T00:00:00Z`) / millisecondsPerDay);
export const dateOf = (day: number): string => new Date(day * millisecondsPerDay).toISOString().slice(0, 10);

/** What the model reads of a verified clue. Dates are YYYY-MM-DD. */
export type ClueFacts = {
  id: string;
  kind: RecordedKind;
  precisionClass: string;
  geometry: Geometry | { type: 'MultiPolygon'; coordinates: Position[][][] };
  uncertaintyMetres: number;
  dateStart: string | null;
  dateEnd: string | null;
  dateReported: string;
  infoCredibility: InfoCredibility;
};

const modelKinds: Record<RecordedKind, ClueKind> = {
  human_accident: 'human',
  animal_accident: 'animal',
  detonation_no_casualty: 'presence',
  device_seen: 'presence',
  sign: 'presence',
  fence: 'presence',
  trench_line: 'presence',
  area: 'presence',
  minefield_record: 'record',
};

// q = (confirmed + 1) / (judged + 2); until official feedback has judged any, these stand for earlier experience (judgement).
const pseudoFeedback: Record<InfoCredibility, { confirmed: number; judged: number }> = {
  '1': { confirmed: 9, judged: 10 },
  '2': { confirmed: 7, judged: 10 },
  '3': { confirmed: 5, judged: 10 },
  '4': { confirmed: 2, judged: 10 },
  '5': { confirmed: 0, judged: 10 },
  '6': { confirmed: 2, judged: 6 },
};

/** Official feedback by type of evidence; which person or organisation reported is no part of the key. */
export type TypeCounts = Map<string, { confirmed: number; judged: number }>;
export const typeKey = (type: Pick<ClueFacts, 'kind' | 'precisionClass' | 'infoCredibility'>): string =>
  `${type.kind}.${type.precisionClass}.${type.infoCredibility}`;

export const reliabilityOf = (
  credibility: InfoCredibility,
  official: { confirmed: number; judged: number } = { confirmed: 0, judged: 0 },
): number => {
  const { confirmed, judged } = pseudoFeedback[credibility];
  return (confirmed + official.confirmed + 1) / (judged + official.judged + 2);
};

/** The last day on which it may have happened: an unbounded date ends when it was reported. */
export const endDayOf = (facts: Pick<ClueFacts, 'dateStart' | 'dateEnd' | 'dateReported'>, asOfDay: number): number =>
  Math.min(dayOf(facts.dateEnd ?? facts.dateStart ?? facts.dateReported), asOfDay);

/** The model's view of a clue on a day. An unbounded date becomes the longest interval that the report allows. */
export function riskClueOf(facts: ClueFacts, asOfDay: number, official: TypeCounts = new Map()): RiskClue {
  const endDay = endDayOf(facts, asOfDay);
  const startDay = facts.dateStart ? Math.min(dayOf(facts.dateStart), endDay) : endDay;
  return {
    id: facts.id,
    kind: modelKinds[facts.kind],
    precision: facts.precisionClass as Precision,
    geometry: geometryOf(facts),
    startDay,
    endDay,
    reliability: reliabilityOf(facts.infoCredibility, official.get(typeKey(facts))),
    // A clue already counts the independent chains behind it; which person sent it never reaches this room.
    sourceKey: '',
  };
}

/** What the model reads of an accepted minefield record. Dates are YYYY-MM-DD. */
export type RecordFacts = Pick<ClueFacts, 'id' | 'geometry' | 'uncertaintyMetres'> & {
  laidFrom: string | null;
  laidTo: string | null;
  recordedOn: string;
};

export const endDayOfRecord = ({ laidTo, recordedOn }: Pick<RecordFacts, 'laidTo' | 'recordedOn'>, asOfDay: number) =>
  Math.min(dayOf(laidTo ?? recordedOn), asOfDay);

/** A recorded hazard, widened by its errors. Its reliability is that of "possibly true" until feedback judges records. */
export function riskClueOfRecord(facts: RecordFacts, asOfDay: number): RiskClue {
  const endDay = endDayOfRecord(facts, asOfDay);
  return {
    id: `record ${facts.id}`,
    kind: 'record',
    precision: facts.uncertaintyMetres <= 50 ? 'A' : facts.uncertaintyMetres <= 500 ? 'B' : 'C',
    geometry: geometryOf(facts),
    startDay: facts.laidFrom ? Math.min(dayOf(facts.laidFrom), endDay) : endDay,
    endDay,
    reliability: reliabilityOf('3'),
    sourceKey: '',
  };
}

function geometryOf({ geometry, uncertaintyMetres }: Pick<ClueFacts, 'geometry' | 'uncertaintyMetres'>): ClueGeometry {
  const radiusMetres = Math.max(1, uncertaintyMetres);
  if (geometry.type === 'Point') {
    const [lng, lat] = geometry.coordinates;
    return { type: 'point', lng, lat, radiusMetres };
  }
  if (geometry.type === 'LineString') return { type: 'line', coordinates: geometry.coordinates, radiusMetres };
  const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates[0]!;
  return { type: 'area', rings, radiusMetres };
}

/** Polygons of an area of interest as the model takes them; none when there is no area. */
export function polygonsOf(area: { type: string; coordinates: unknown } | null): Position[][][] {
  if (area?.type === 'Polygon') return [area.coordinates as Position[][]];
  if (area?.type === 'MultiPolygon') return area.coordinates as Position[][][];
  return [];
}
