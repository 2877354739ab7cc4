import type { Context } from '../../context.ts';
import { type Geometry, positionsOf, roundDegrees } from '../../geo/lng-lat.ts';
import type { deviceCategories, ReportKind } from '../../reports/input.ts';
import type { Estimate } from '../estimate.ts';
import { incidentEstimateOf } from '../incidents/estimate.ts';
import { choicesOf } from '../incidents/replay.ts';
import { loadIncidentEvents } from '../incidents/store.ts';
import { currentIncidentId, loadReports, memberIds, type ReportRecord } from '../store.ts';

/** All that may be passed on in an emergency without anybody's consent: no words, no person, nobody's number. */
export type PassedOn = {
  practice: boolean;
  kind: ReportKind;
  device: (typeof deviceCategories)[number];
  /** WGS 84, to about a metre; a line or area by its corners. Null where no claim says where. */
  place: { type: Geometry['type']; corners: { lng: number; lat: number }[]; uncertaintyMetres: number } | null;
};

export function passedOnOf(
  { practice, kind, devices }: Pick<ReportRecord, 'practice' | 'kind' | 'devices'>,
  estimate: Pick<Estimate, 'geometry' | 'uncertaintyMetres'> | null,
): PassedOn {
  const corners = estimate ? positionsOf(estimate.geometry) : [];
  return {
    practice,
    kind,
    device: devices[0]?.category ?? 'unknown',
    place: estimate && {
      type: estimate.geometry.type,
      corners: corners.map(([lng, lat]) => ({ lng: roundDegrees(lng, 5), lat: roundDegrees(lat, 5) })),
      uncertaintyMetres: Math.ceil(estimate.uncertaintyMetres),
    },
  };
}

/** The same as the case stands now, with the place as all reports of its incident tell it. */
export async function passedOnNow(ctx: Context, report: ReportRecord): Promise<PassedOn> {
  const incidentId = await currentIncidentId(ctx, report.id);
  if (!incidentId) return passedOnOf(report, incidentEstimateOf([report]));
  const members = await loadReports(ctx, await memberIds(ctx, incidentId));
  const choices = choicesOf(incidentId, await loadIncidentEvents(ctx, [incidentId]));
  return passedOnOf(report, incidentEstimateOf(members, choices));
}
