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
    .filter(
      // the same picture is shown however unlikely the rest: copied, planted or forwarded, somebody must look
      ({ score, reasons }, i) =>
        (i < mostListed && score >= listedScore) || reasons.some(({ key }) => key === 'same_photo'),
    )
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
        place: sighting.place,
        score,
        reasons,
        incidentId,
        incidentNumber: incidentNumber === null ? null : Number(incidentNumber),
      }),
    );
}
export type SameEventCandidate = Awaited<ReturnType<typeof suggestSameEvent>>[number];
