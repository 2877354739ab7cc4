import { type Context, moderators, requireRole } from '../../context.ts';
import { transaction } from '../../db/transaction.ts';
import { Problem } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { assignToIncident } from '../assign-to-incident.ts';
import { openReport } from '../open-report.ts';
import { loadReports, openClue } from '../store.ts';
import { findSide, type SideId } from './find-side.ts';
import { sameEventInput } from './input.ts';
import { mergeIncidents } from './merge-incidents.ts';
import { openIncidents } from './open-incidents.ts';

/**
 * Says that two reports, a report and an incident, or two incidents tell of one event: makes the incident, adds to it, or
 * merges the later incident into the earlier one (into the one with a proposed clue, if there is one). Answers the event to undo.
 * Errors: stale_version, already_done, wrong_state (a clue, a closed report), not_found, forbidden, invalid_input (a merge needs a reason).
 */
export function tellSameEvent(ctx: Context, raw: unknown) {
  return transaction(ctx, async (ctx) => {
    requireRole(ctx, ...moderators);
    const { a, aVersion, b, bVersion, reason } = parseInput(sameEventInput, raw);
    const sides = [await findSide(ctx, a), await findSide(ctx, b)] as const;
    await hold(ctx, sides[0], aVersion);
    await hold(ctx, sides[1], bVersion);
    const [here, there] = [sides[0].incidentId, sides[1].incidentId];
    if (sides[0].id === sides[1].id || (here !== null && here === there)) throw new Problem('already_done');
    if (here !== null && there !== null) return merge(ctx, here, there, reason);
    const free = here === null ? sides[0] : sides[1];
    const other = here === null ? sides[1] : sides[0];
    const incidentId = other.incidentId ?? (await add(ctx, other, null, reason)).incidentId;
    return add(ctx, free, incidentId, reason);
  });
}

async function hold(ctx: Context, side: SideId, version: number): Promise<void> {
  if (side.kind === 'report') await openReport(ctx, side.id, version);
  else await openIncidents(ctx, [{ id: side.id, version }]);
}

async function add(ctx: Context, side: SideId, incidentId: string | null, reason: string | undefined) {
  const [report] = await loadReports(ctx, [side.id]);
  return assignToIncident(ctx, { reportId: side.id, incidentId, version: report!.version, reason });
}

async function merge(ctx: Context, here: string, there: string, reason: string | undefined) {
  const { incidents } = await openIncidents(ctx, [{ id: here }, { id: there }]);
  const clued = new Set<string>();
  for (const { id } of incidents) if (await openClue(ctx, id)) clued.add(id);
  const [into, from] = [...incidents].sort(
    (x, y) => Number(clued.has(y.id)) - Number(clued.has(x.id)) || x.number - y.number,
  );
  return mergeIncidents(ctx, {
    intoId: into!.id,
    intoVersion: into!.version,
    fromId: from!.id,
    fromVersion: from!.version,
    reason: reason ?? '',
  });
}
