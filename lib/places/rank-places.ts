import type { PlaceKind } from './input.ts';
import { compareTrigrams, trigramsOf } from './trigrams.ts';

export type RankedName = { name: string; folded: string };
export type Rankable = { id: string; kind: PlaceKind; names: readonly RankedName[] };
export type Ranked<P> = { place: P; matchedName: string; score: number };

/** Below this a name is no half-remembered one but another. */
const leastScore = 0.3;
const kindWeight: Record<PlaceKind, number> = { city: 0.03, town: 0.025, district: 0.02, village: 0.01, other: 0 };

/** How well a folded name answers a folded question, 0 to 1: the same, its beginning, a word of it, or alike. */
function scoreName(question: string, sought: ReadonlySet<string>, folded: string): number {
  if (folded === question) return 1;
  const cover = question.length / folded.length;
  if (folded.startsWith(question)) return 0.8 + 0.1 * cover;
  if (` ${folded}`.includes(` ${question}`)) return 0.7 + 0.1 * cover;
  const { similarity, containment } = compareTrigrams(sought, trigramsOf(folded));
  return 0.75 * Math.max(similarity, 0.75 * containment);
}

/** The best first, each place once by its best name; equal ones by kind, then by id, so that the order holds. */
export function rankPlaces<P extends Rankable>(question: string, places: readonly P[], limit: number): Ranked<P>[] {
  const sought = trigramsOf(question);
  return places
    .map((place) => {
      const scored = place.names.map((name) => ({ name: name.name, score: scoreName(question, sought, name.folded) }));
      const best = scored.reduce((a, b) => (b.score > a.score ? b : a), { name: '', score: 0 });
      return { place, matchedName: best.name, score: best.score };
    })
    .filter(({ score }) => score >= leastScore)
    .map((hit) => ({ ...hit, score: hit.score + kindWeight[hit.place.kind] }))
    .sort((a, b) => b.score - a.score || a.place.id.localeCompare(b.place.id))
    .slice(0, limit);
}
