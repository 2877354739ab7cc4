import { publicSquares } from '../clues/disclosure.ts';
import type { ClueKind } from '../clues/input.ts';
import type { SquareId } from '../geo/squares.ts';
import { dayOf } from './rules.ts';
import type { VerifiedClue } from './store.ts';

export const publicSchemaVersion = '1.0';
/** Counts need as many clues, this many days after they were reported (or that they were public before), and move in steps of as many. */
export const fewestClues = 3;
export const delayDays = 28;
/** Victim cells below this are suppressed; above it they move in steps of it. */
export const fewestVictims = 5;

type VictimFact = { incidentId: string; reportId: string; sex: string; ageBand: string };
export type PublicCount = { districtId: string; year: number; eventKind: ClueKind; cluesAtLeast: number };
export type PublicVictims = {
  districtId: string;
  year: number;
  sex: 'female' | 'male';
  age: 'adult' | 'child';
  atLeast: number;
};
/** All that the public may know until the next batch: squares without attribute, and counts too coarse to be taken apart. */
export type PublicBody = {
  schemaVersion: string;
  publishedOn: string;
  demonstration: boolean;
  area: { type: string; coordinates: unknown } | null;
  squares: SquareId[];
  counts: PublicCount[];
  victims: PublicVictims[];
};

type Shape = Pick<VerifiedClue, 'geometry' | 'uncertaintyMetres'>;
type Input = {
  clues: readonly VerifiedClue[];
  /** Accepted minefield records: drawn as clues are, counted nowhere. */
  records?: readonly Shape[];
  victims: readonly VictimFact[];
  publishedOn: string;
  demonstration: boolean;
  area: PublicBody['area'];
};

export const publicBody = ({ clues, records = [], victims, publishedOn, demonstration, area }: Input): PublicBody => ({
  schemaVersion: publicSchemaVersion,
  publishedOn,
  demonstration,
  area,
  squares: markedSquares([...clues, ...records]),
  counts: countsOf(clues, publishedOn),
  victims: victimsOf(clues, victims, publishedOn),
});

/** Every square that the 95 % shape of any of these clues or records touches, from one on; which clue, how many and when stays out. */
export function markedSquares(clues: readonly Shape[]): SquareId[] {
  const marked = new Set<SquareId>();
  for (const { geometry, uncertaintyMetres } of clues) {
    const parts =
      geometry.type === 'MultiPolygon'
        ? geometry.coordinates.map((coordinates) => ({ type: 'Polygon' as const, coordinates }))
        : [geometry];
    for (const part of parts)
      for (const square of publicSquares({ state: 'verified', sensitive: false, geometry: part, uncertaintyMetres }))
        marked.add(square);
  }
  return [...marked].sort();
}

/** District and year, or undefined when one of them is not known or the report is too young to be counted. */
function cellOf(clue: VerifiedClue, publishedOn: string): { districtId: string; year: number } | undefined {
  const [start, end] = [clue.dateStart?.slice(0, 4), (clue.dateEnd ?? clue.dateStart)?.slice(0, 4)];
  if (!clue.districtId || !start || start !== end) return undefined;
  // What a publisher told before needs no delay to protect who reported it.
  if (!clue.wasPublic && dayOf(publishedOn) - dayOf(clue.dateReported) < delayDays) return undefined;
  return { districtId: clue.districtId, year: Number(start) };
}

// Steps, so that the difference of two batches never tells of one clue or one person.
const stepped = (count: number, step: number): number => Math.floor(count / step) * step;

function tally<T extends object>(cells: readonly T[], step: number): (T & { n: number })[] {
  const counts = new Map<string, number>();
  for (const cell of cells) counts.set(JSON.stringify(cell), (counts.get(JSON.stringify(cell)) ?? 0) + 1);
  return [...counts]
    .map(([key, count]) => ({ ...(JSON.parse(key) as T), n: stepped(count, step) }))
    .filter(({ n }) => n > 0)
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

function countsOf(clues: readonly VerifiedClue[], publishedOn: string): PublicCount[] {
  const cells = clues.flatMap((clue) => {
    const cell = cellOf(clue, publishedOn);
    return cell ? [{ ...cell, eventKind: clue.kind }] : [];
  });
  return tally(cells, fewestClues).map(({ n, ...cell }) => ({ ...cell, cluesAtLeast: n }));
}

const children = ['0-4', '5-11', '12-14', '15-17'];

function victimsOf(
  clues: readonly VerifiedClue[],
  victims: readonly VictimFact[],
  publishedOn: string,
): PublicVictims[] {
  const cells = clues.flatMap((clue) => {
    const cell = cellOf(clue, publishedOn);
    if (!cell) return [];
    return collapsed(victims.filter(({ incidentId }) => incidentId === clue.incidentId)).flatMap(({ sex, ageBand }) =>
      (sex === 'female' || sex === 'male') && ageBand !== 'unknown'
        ? [
            {
              ...cell,
              sex: sex as 'female' | 'male',
              age: children.includes(ageBand) ? ('child' as const) : ('adult' as const),
            },
          ]
        : [],
    );
  });
  return tally(cells, fewestVictims).map(({ n, ...cell }) => ({ ...cell, atLeast: n }));
}

/** Several reports of one incident tell of the same people: the fullest report counts. */
function collapsed(victims: readonly VictimFact[]): readonly VictimFact[] {
  const byReport = Map.groupBy(victims, ({ reportId }) => reportId);
  return [...byReport.values()].reduce((most, one) => (one.length > most.length ? one : most), [] as VictimFact[]);
}
