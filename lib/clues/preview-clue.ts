import { type Context, moderators, requireRole } from '../context.ts';
import { bakuDay, getIncident } from '../triage/get-incident.ts';
import type { SameEventCandidate } from '../triage/same-event/suggest-same-event.ts';
import { offeredScore } from '../triage/same-event/weights.ts';
import { gradeOf } from './grade.ts';
import { openClueOf, proposalOf } from './store.ts';

/**
 * The grade that a clue of this incident would have now, line by line, and what is missing for verification.
 * `candidates` are those of the case, which the page has already; `secondPerson` once it is verified. Errors: not_found, forbidden.
 */
export async function previewClue(
  ctx: Context,
  incidentId: string,
  candidates: readonly SameEventCandidate[],
  secondPerson = false,
) {
  requireRole(ctx, ...moderators);
  const { items, facts, estimate } = await getIncident(ctx, incidentId);
  const strong = candidates.filter(({ score }) => score >= offeredScore);
  const open = await openClueOf(ctx, incidentId);
  const heldApart = open ? await proposalOf(ctx, open.id) : [];
  const openCandidates = strong.filter(({ reportId }) => !heldApart.includes(reportId)).map(({ number }) => number);
  const grade = gradeOf({ items, facts, estimate, openCandidates, today: bakuDay(ctx.now), secondPerson });
  return {
    ...grade,
    facts,
    strongCandidates: strong.map(({ reportId, number }) => ({ reportId, number })),
    /** The proposal held all of them for other events. */
    heldApart: openCandidates.length === 0,
  };
}
export type CluePreview = Awaited<ReturnType<typeof previewClue>>;
