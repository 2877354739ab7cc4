import type { ClueKind } from '../clues/input.ts';
import type { SquareId } from '../geo/squares.ts';
import { type MarkedShape, markedSquares } from './batches/marked-squares.ts';
import type { ReleasedLand } from './batches/released-land.ts';
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
  /** Drawn over squares and hatch, and taking nothing from them. Missing in batches from before. */
  released?: ReleasedLand[];
  counts: PublicCount[];
  victims: PublicVictims[];
};

type Input = {
  clues: readonly VerifiedClue[];
  /** Accepted minefield records: drawn as clues are, counted nowhere. */
  records?: readonly MarkedShape[];
  released?: readonly ReleasedLand[];
  victims: readonly VictimFact[];
  publishedOn: string;
  demonstration: boolean;
  area: PublicBody['area'];
};

export const publicBody = ({ clues, records = [], released = [], victims, ...frame }: Input): PublicBody => ({
  schemaVersion: publicSchemaVersion,
  ...frame,
  squares: markedSquares([...clues, ...records]),
  released: [...released],
  counts: countsOf(clues, frame.publishedOn),
  victims: victimsOf(clues, victims, frame.publishedOn),
});

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

type Entry<T> = { cell: T; clue: VerifiedClue };

/**
 * What publishers told before is known to readers one by one: of a sum they would take it off, and hold the private rest. So
 * the two are stepped apart, and what came here alone counts from three clues of its own on.
 */
function tally<T extends object>(entries: readonly Entry<T>[], step: number): (T & { n: number })[] {
  return [...Map.groupBy(entries, ({ cell }) => JSON.stringify(cell))]
    .map(([key, all]) => {
      const told = all.filter(({ clue }) => clue.wasPublic);
      const own = all.filter(({ clue }) => !clue.wasPublic);
      const clues = new Set(own.map(({ clue }) => clue));
      const counted = clues.size < fewestClues ? 0 : own.length;
      return { ...(JSON.parse(key) as T), n: stepped(told.length, step) + stepped(counted, step) };
    })
    .filter(({ n }) => n > 0)
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

function countsOf(clues: readonly VerifiedClue[], publishedOn: string): PublicCount[] {
  const entries = clues.flatMap((clue) => {
    const cell = cellOf(clue, publishedOn);
    return cell ? [{ clue, cell: { ...cell, eventKind: clue.kind } }] : [];
  });
  return tally(entries, fewestClues).map(({ n, ...cell }) => ({ ...cell, cluesAtLeast: n }));
}

const children = ['0-4', '5-11', '12-14', '15-17'];

function victimsOf(
  clues: readonly VerifiedClue[],
  victims: readonly VictimFact[],
  publishedOn: string,
): PublicVictims[] {
  const entries = clues.flatMap((clue) => {
    const cell = cellOf(clue, publishedOn);
    if (!cell) return [];
    return collapsed(victims.filter(({ incidentId }) => incidentId === clue.incidentId)).flatMap(({ sex, ageBand }) =>
      (sex === 'female' || sex === 'male') && ageBand !== 'unknown'
        ? [{ clue, cell: { ...cell, sex: sex as 'female' | 'male', age: ageOf(ageBand) } }]
        : [],
    );
  });
  return tally(entries, fewestVictims).map(({ n, ...cell }) => ({ ...cell, atLeast: n }));
}

const ageOf = (band: string) => (children.includes(band) ? ('child' as const) : ('adult' as const));

/** Several reports of one incident tell of the same people: the fullest report counts. */
function collapsed(victims: readonly VictimFact[]): readonly VictimFact[] {
  const byReport = Map.groupBy(victims, ({ reportId }) => reportId);
  return [...byReport.values()].reduce((most, one) => (one.length > most.length ? one : most), [] as VictimFact[]);
}
