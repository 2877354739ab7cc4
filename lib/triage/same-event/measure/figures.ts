import { rankCandidates } from '../rank.ts';
import { sightingOf } from '../sighting.ts';
import { offeredScore } from '../weights.ts';
import type { DuplicateSet, Query } from './duplicate-set.ts';

type Outcome = { query: Query; rank: number | null; offered: { right: boolean; chance: number }[] };
export type Figures = {
  pairs: number;
  unmatched: number;
  pool: number;
  recallAt5: number;
  precision: number;
  offered: number;
  offeredShare: number;
  strata: { name: string; pairs: number; recallAt5: number; offeredShare: number }[];
  /** Chance said against share right, by tenths. */
  calibration: { said: number; right: number; count: number }[];
  msPerQuery: number;
};

const share = <T>(list: readonly T[], test: (one: T) => boolean) => list.filter(test).length / Math.max(1, list.length);

/** The production scorer over the whole pool for each query. */
export function figuresOf({ queries, pool }: DuplicateSet): Figures {
  const candidates = pool.map(({ id, told }) => ({ id, sighting: sightingOf(told) }));
  const bins = Array.from({ length: 10 }, () => ({ said: 0, right: 0, count: 0 }));
  const began = performance.now();
  const outcomes = queries.map((query): Outcome => {
    const ranked = rankCandidates(sightingOf(query.told), candidates);
    for (const { id, chance } of ranked) {
      if (chance < 0.02) break;
      const bin = bins[Math.min(9, Math.floor(chance * 10))]!;
      bin.count++;
      bin.said += chance;
      if (id === query.match) bin.right++;
    }
    const at = ranked.findIndex(({ id }) => id === query.match);
    const offered = ranked
      .filter(({ score }) => score >= offeredScore)
      .map(({ id, chance }) => ({ right: id === query.match, chance }));
    return { query, rank: at < 0 ? null : at + 1, offered };
  });
  const msPerQuery = (performance.now() - began) / queries.length;
  const matched = outcomes.filter(({ query }) => query.match !== null);
  const found = ({ rank }: Outcome) => rank !== null && rank <= 5;
  const offeredOwn = ({ offered }: Outcome) => offered.some(({ right }) => right);
  const all = outcomes.flatMap(({ offered }) => offered);
  const strata: [string, (query: Query) => boolean][] = [
    ['told as it was', ({ how }) => how.date === 'day' && !how.countsChanged && !how.wrongVillage],
    ['another script', ({ how }) => how.language === 'hy' || how.language === 'ru'],
    ['dated to the month', ({ how }) => how.date === 'month'],
    ['dated to the year', ({ how }) => how.date === 'year'],
    ['other counts', ({ how }) => how.countsChanged],
    ['pin in another village', ({ how, told }) => how.wrongVillage && told.place !== null],
    ['no location', ({ told }) => told.place === null],
  ];
  return {
    pairs: matched.length,
    unmatched: outcomes.length - matched.length,
    pool: pool.length,
    recallAt5: share(matched, found),
    precision: share(all, ({ right }) => right),
    offered: all.length,
    offeredShare: share(matched, offeredOwn),
    strata: strata.map(([name, belongs]) => {
      const own = matched.filter(({ query }) => belongs(query));
      return { name, pairs: own.length, recallAt5: share(own, found), offeredShare: share(own, offeredOwn) };
    }),
    calibration: bins.map(({ said, right, count }) => ({ said: said / count, right: right / count, count })),
    msPerQuery,
  };
}
