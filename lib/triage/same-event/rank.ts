import { sameEventScore } from './score.ts';
import type { SameEventReason, Sighting } from './sighting.ts';
import { rarityAmong } from './words.ts';

export type Ranked<T> = T & { score: number; chance: number; reasons: SameEventReason[] };

/** Candidates by their chance of telling the same event, best first; a word counts by how rare it is among them. */
export function rankCandidates<T extends { id: string; sighting: Sighting }>(
  here: Sighting,
  candidates: readonly T[],
): Ranked<T>[] {
  const rarity = rarityAmong(candidates.map(({ sighting }) => sighting.words));
  return candidates
    .map((one) => ({ ...one, ...sameEventScore(here, one.sighting, rarity) }))
    .sort((a, b) => b.chance - a.chance || (a.id < b.id ? -1 : 1));
}
