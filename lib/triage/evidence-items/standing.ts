import type { LedgerItem } from '../ledger.ts';
import { presumedDependent } from './input.ts';

/** Whether a piece counts as a source of its own, and why (`ledger.standing.<why>`). */
export type Standing = { counts: boolean; why: StandingReason; with: string | null };
export type StandingReason = 'counts' | 'not_graded' | 'repeats' | 'same_chain' | 'presumed' | 'only_presumed';

type Weighed = Pick<
  LedgerItem,
  'ref' | 'assessed' | 'evidenceClass' | 'independenceGroup' | 'infoCredibility' | 'sourceReliability'
>;

/** The best graded piece of each recorded chain counts; pieces without a chain count once together, and only alone. */
export function standingsOf(items: readonly Weighed[]): Map<string, Standing> {
  const best = new Map<string, Weighed>();
  for (const item of items.filter((one) => one.assessed && one.evidenceClass !== 'none').sort(byGrade))
    if (!best.has(item.independenceGroup)) best.set(item.independenceGroup, item);
  const chains = [...best.keys()].filter((group) => group !== presumedDependent).length;
  const standing = (item: Weighed): Standing => {
    if (!item.assessed) return { counts: false, why: 'not_graded', with: null };
    if (item.evidenceClass === 'none') return { counts: false, why: 'repeats', with: null };
    const first = best.get(item.independenceGroup)!;
    if (item.independenceGroup === presumedDependent) {
      if (chains > 0) return { counts: false, why: 'presumed', with: null };
      return first === item
        ? { counts: true, why: 'only_presumed', with: null }
        : { counts: false, why: 'same_chain', with: first.ref };
    }
    return first === item
      ? { counts: true, why: 'counts', with: null }
      : { counts: false, why: 'same_chain', with: first.ref };
  };
  return new Map(items.map((item) => [item.ref, standing(item)]));
}

const byGrade = (a: Weighed, b: Weighed) =>
  a.infoCredibility.localeCompare(b.infoCredibility) || a.sourceReliability.localeCompare(b.sourceReliability);
