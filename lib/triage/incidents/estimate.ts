import { type Claim, type Estimate, effectiveUncertaintyMetres, estimateOf } from '../estimate.ts';
import { gapMetres } from '../gap.ts';
import { claimsOf, reportEstimate } from '../ledger.ts';
import type { ReportRecord } from '../store.ts';
import type { Choice } from './replay.ts';
import { incidentValuesOf } from './values.ts';

/** Where an incident happened: as its claims tell it now, or as a moderator chose between reports that differ. */
export function incidentEstimateOf(reports: readonly ReportRecord[], choices: readonly Choice[] = []): Estimate | null {
  const place = incidentValuesOf(reports, choices).find(({ field }) => field === 'place');
  const report = place?.basis === 'chosen' && reports.find(({ id }) => id === place.from?.id);
  const chosen = report && reportEstimate(report);
  const claims = reports.flatMap(claimsOf);
  if (!chosen) return estimateOf(claims);
  const apart = (claim: Claim) =>
    claim.geometry !== null &&
    gapMetres(chosen.geometry, claim.geometry) > chosen.uncertaintyMetres + effectiveUncertaintyMetres(claim);
  return {
    ...chosen,
    reason: 'chosen',
    conflicting: claims.filter((claim) => claim.id !== chosen.claimId && apart(claim)).map(({ id }) => id),
  };
}
