import { recordAudit } from '../../audit/record.ts';
import type { Context } from '../../context.ts';
import { transaction } from '../../db/transaction.ts';
import { Problem } from '../../errors.ts';
import { spoken } from '../../ids.ts';
import { parseInput } from '../../parse-input.ts';
import { memberIds } from '../store.ts';
import { splitInput } from './input.ts';
import { moveReports, refreshFacts } from './move-reports.ts';
import { openIncidents, refuseClue } from './open-incidents.ts';
import { appendEvent, insertIncident } from './store.ts';

/**
 * Takes one or several reports out into a new incident; at least one stays. Answers the event, by which it is undone.
 * Errors: stale_version, wrong_state (a verified clue, a report that is not of it, or none would stay), not_found, forbidden.
 */
export function splitIncident(ctx: Context, raw: unknown) {
  return transaction(ctx, async (ctx) => {
    const { incidentId, version: basedOn, reportIds, reason } = parseInput(splitInput, raw);
    const { actor, incidents } = await openIncidents(ctx, [{ id: incidentId, version: basedOn }]);
    const incident = incidents[0]!;
    await refuseClue(ctx, incidentId, ['verified']);
    const members = await memberIds(ctx, incidentId);
    const out = [...new Set(reportIds)];
    if (out.some((id) => !members.includes(id)) || out.length >= members.length) {
      throw new Problem('wrong_state', {
        incident: spoken.incident(incident.number),
        left: members.length - out.length,
      });
    }
    const made = await insertIncident(ctx, actor.userId, incident);
    const moves = out.map((reportId) => ({ reportId, from: incidentId, to: made.id }));
    await moveReports(ctx, moves, { userId: actor.userId, reason });
    const eventId = await appendEvent(ctx, { kind: 'split', incidentId, otherIncidentId: made.id, moves, reason });
    const version = await refreshFacts(ctx, incidentId);
    const otherVersion = await refreshFacts(ctx, made.id);
    const told = { from: spoken.incident(incident.number), into: spoken.incident(made.number), reports: moves.length };
    for (const [id, v] of [
      [incidentId, version],
      [made.id, otherVersion],
    ] as const)
      await recordAudit(ctx, {
        action: 'incident.split',
        subjectType: 'incident',
        subjectId: id,
        reason,
        detail: { version: v, ...told },
      });
    return { eventId, incidentId, version, newIncidentId: made.id, newIncidentNumber: made.number };
  });
}
