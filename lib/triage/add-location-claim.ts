import { locationClaims } from '../../drizzle/schema/reports.ts';
import { recordAudit } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { transaction } from '../db/transaction.ts';
import { Problem } from '../errors.ts';
import { defaultArea } from '../geo/area.ts';
import { bboxContains } from '../geo/bbox.ts';
import { fromPosition, positionsOf } from '../geo/lng-lat.ts';
import { listScans } from '../media/scans/list-scans.ts';
import { parseInput } from '../parse-input.ts';
import { claimInput } from './input.ts';
import { reportEstimate } from './ledger.ts';
import { openReport } from './open-report.ts';
import { loadReports, touchReport } from './store.ts';

/**
 * A moderator's own claim where it happened, with the reason; the claims of others stay.
 * Errors: stale_version, invalid_input (outside the area, a scan of another report), wrong_state, not_found.
 */
export function addLocationClaim(ctx: Context, raw: unknown) {
  return transaction(ctx, async (ctx) => {
    const { reportId, version: basedOn, reason, ...claim } = parseInput(claimInput, raw);
    const { actor, report } = await openReport(ctx, reportId, basedOn);
    if (report.state === 'withdrawn' || report.state === 'superseded')
      throw new Problem('wrong_state', { state: report.state });
    if (!positionsOf(claim.geometry).every((position) => bboxContains(defaultArea.bbox, fromPosition(position)))) {
      throw new Problem('invalid_input', { fields: { geometry: 'outside_area' } });
    }
    if (claim.scanId && !(await listScans(ctx, { reportId: report.id })).some(({ id }) => id === claim.scanId))
      throw new Problem('invalid_input', { fields: { scanId: 'scan_gone' } });
    await ctx.db.insert(locationClaims).values({
      ...claim,
      reportId: report.id,
      position: Math.max(-1, ...report.claims.map(({ position }) => position)) + 1,
      author: 'moderator',
      authorUserId: actor.userId,
      reason,
      createdAt: ctx.now,
    });
    await touchReport(ctx, report.id, report.version);
    const version = report.version + 1;
    await recordAudit(ctx, {
      action: 'report.add_location_claim',
      subjectType: 'report',
      subjectId: report.id,
      reason,
      // no coordinates: the trail is read more widely than the claims
      detail: {
        version,
        method: claim.method,
        positionOf: claim.positionOf,
        uncertaintyMetres: claim.uncertaintyMetres,
        ...(claim.scanId && { scanId: claim.scanId }),
      },
    });
    const [after] = await loadReports(ctx, [report.id]);
    return { reportId: report.id, version, estimate: reportEstimate(after!) };
  });
}
