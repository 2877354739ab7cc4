import { checkClue } from './check-input.ts';
import type { Clearance, RiskClue } from './clue.ts';
import { addClues, type Evidence, retractClue } from './evidence.ts';
import type { RiskParameters } from './parameters.ts';

// When so large a share of clues differs, adding them up anew is as fast.
const MOST_CHANGED = 0.3;

/**
 * Brings evidence to another set of clues by taking out and adding what differs: to the last bit what gathering anew gives, since
 * sums are exact. Learned weights may differ, they enter only when the surface is read. Gives how many clues differed, or null and
 * nothing changed when the day, official ground or anything that sums rest on differs. Throws RiskInputError, nothing changed.
 */
export function updateEvidence(
  evidence: Evidence,
  clues: readonly RiskClue[],
  clearances: readonly Clearance[],
  asOfDay: number,
  parameters: RiskParameters,
): number | null {
  const sameDay = evidence.asOfDay === asOfDay && evidence.referenceDay === asOfDay;
  const byId = clearances.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  if (!sameDay || !alike(byId, evidence.clearances)) return null;
  if (!alike(unlearned(parameters), unlearned(evidence.parameters))) return null;
  const wanted = new Map(clues.map((clue) => [clue.id, clue]));
  const gone = [...evidence.clues].filter(([id, { clue }]) => !alike(wanted.get(id), clue)).map(([id]) => id);
  const come = clues.filter((clue) => !alike(clue, evidence.clues.get(clue.id)?.clue));
  const changed = new Set([...gone, ...come.map(({ id }) => id)]).size;
  if (wanted.size < clues.length || changed > MOST_CHANGED * clues.length) return null;
  for (const clue of come) checkClue(clue, asOfDay);
  for (const id of gone) retractClue(evidence, id);
  addClues(evidence, come);
  evidence.parameters = parameters;
  return changed;
}

const alike = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

function unlearned(parameters: RiskParameters) {
  const { learnedWeights: _w, learnedEvents: _e, recalibration: _r, dispersion: _d, ...rest } = parameters;
  return rest;
}
