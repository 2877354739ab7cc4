import { recordAudit } from '../../audit/record.ts';
import type { Context } from '../../context.ts';
import { transaction } from '../../db/transaction.ts';
import { Problem } from '../../errors.ts';
import { spoken } from '../../ids.ts';
import { parseInput } from '../../parse-input.ts';
import { memberIds } from '../store.ts';
import { mergeInput } from './input.ts';
import { moveReports, refreshFacts } from './move-reports.ts';
import { openIncidents, refuseClue } from './open-incidents.ts';
import { choicesOf } from './replay.ts';
import { appendEvent, loadIncidentEvents } from './store.ts';

/**
 * Says that two incidents are one event: all reports of `from` tell of `into` from now on, with the choices made there
 * where `into` has none. `from` stays, empty. Answers the event, by which it is undone.
 * Errors: stale_version, wrong_state (`from` has a clue, `into` a verified one, or one is practice), not_found, forbidden.
 */
export function mergeIncidents(ctx: Context, raw: unknown) {
  return transaction(ctx, async (ctx) => {
    const { intoId, intoVersion, fromId, fromVersion, reason } = parseInput(mergeInput, raw);
    if (intoId === fromId) throw new Problem('already_done');
    const { actor, incidents } = await openIncidents(ctx, [
      { id: intoId, version: intoVersion },
      { id: fromId, version: fromVersion },
    ]);
    const [into, from] = [incidents[0]!, incidents[1]!];
    await refuseClue(ctx, intoId, ['verified']);
    await refuseClue(ctx, fromId, ['proposed', 'verified']);
    const moves = (await memberIds(ctx, fromId)).map((reportId) => ({ reportId, from: fromId, to: intoId }));
    if (moves.length === 0) throw new Problem('wrong_state', { incident: spoken.incident(from.number) });
    const choices = choicesOf(fromId, await loadIncidentEvents(ctx, [fromId]));
    await moveReports(ctx, moves, { userId: actor.userId, reason });
    const detail = { choices };
    const eventId = await appendEvent(ctx, {
      kind: 'merge',
      incidentId: intoId,
      otherIncidentId: fromId,
      moves,
      detail,
      reason,
    });
    const version = await refreshFacts(ctx, intoId);
    const otherVersion = await refreshFacts(ctx, fromId);
    const told = { into: spoken.incident(into.number), from: spoken.incident(from.number), reports: moves.length };
    for (const [id, v] of [
      [intoId, version],
      [fromId, otherVersion],
    ] as const)
      await recordAudit(ctx, {
        action: 'incident.merge',
        subjectType: 'incident',
        subjectId: id,
        reason,
        detail: { version: v, ...told },
      });
    return { eventId, incidentId: intoId, incidentNumber: into.number, version, otherVersion };
  });
}
