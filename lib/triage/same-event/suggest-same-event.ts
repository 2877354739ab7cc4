import { type Context, moderators, requireRole } from '../../context.ts';
import { Problem } from '../../errors.ts';
import { gapMetres } from '../gap.ts';
import { candidateIds, loadCompared } from './candidates.ts';
import { rankCandidates } from './rank.ts';
import { listedScore } from './weights.ts';

const mostListed = 8;

/**
 * Reports that may tell of the same event, best first, each with its chance and its reasons; those of the report's own
 * incident are left out. `metres` is null when one of both has no place. Errors: not_found, forbidden.
 */
export async function suggestSameEvent(ctx: Context, reportId: string) {
  requireRole(ctx, ...moderators);
  const [here] = await loadCompared(ctx, [reportId]);
  if (!here) throw new Problem('not_found');
  const others = await loadCompared(ctx, await candidateIds(ctx, here));
  return rankCandidates(here.sighting, others)
    .filter(({ score }) => score >= listedScore)
    .slice(0, mostListed)
    .map(
      ({
        id,
        number,
        kind,
        state,
        dateStart,
        datePrecision,
        score,
        reasons,
        incidentId,
        incidentNumber,
        sighting,
      }) => ({
        reportId: id,
        number: Number(number),
        kind,
        state,
        dateStart,
        datePrecision,
        metres:
          here.sighting.place && sighting.place
            ? Math.round(gapMetres(here.sighting.place.geometry, sighting.place.geometry))
            : null,
        score,
        reasons,
        incidentId,
        incidentNumber: incidentNumber === null ? null : Number(incidentNumber),
      }),
    );
}
export type SameEventCandidate = Awaited<ReturnType<typeof suggestSameEvent>>[number];
