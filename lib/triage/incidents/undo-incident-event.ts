import { recordAudit } from '../../audit/record.ts';
import type { Context } from '../../context.ts';
import { transaction } from '../../db/transaction.ts';
import { Problem } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { memberIds } from '../store.ts';
import { undoInput } from './input.ts';
import { moveReports, refreshFacts } from './move-reports.ts';
import { openIncidents, refuseClue } from './open-incidents.ts';
import { blockers } from './replay.ts';
import { appendEvent, loadIncidentEvent, loadIncidentEvents } from './store.ts';

/**
 * Undoes a merge, split, joining, leaving, choice, link or unlinking: an event of its own; what was done stays on record.
 * `version` is that of the event's incident. Errors: stale_version, already_done (undone before), wrong_state (a clue rests on
 * it, or `laterEvents` moved its reports on: undo those first), not_found, forbidden.
 */
export function undoIncidentEvent(ctx: Context, raw: unknown) {
  return transaction(ctx, async (ctx) => {
    const { eventId, version: basedOn, reason } = parseInput(undoInput, raw);
    const event = await loadIncidentEvent(ctx, eventId);
    if (!event || event.kind === 'undo') throw new Problem('not_found');
    const { incidentId, otherIncidentId } = event;
    const ids = [incidentId, ...(otherIncidentId ? [otherIncidentId] : [])];
    const { actor } = await openIncidents(
      ctx,
      ids.map((id) => (id === incidentId ? { id, version: basedOn } : { id })),
    );
    const touched = [...new Set(event.moves.flatMap(({ from, to }) => [from, to].filter((id) => id !== null)))];
    const events = await loadIncidentEvents(ctx, [...new Set([...ids, ...touched])]);
    if (events.some(({ kind, aboutId }) => kind === 'undo' && aboutId === eventId)) throw new Problem('already_done');
    const later = blockers(event, events);
    if (later.length > 0) throw new Problem('wrong_state', { laterEvents: later.map(({ number }) => number) });
    if (event.kind !== 'link' && event.kind !== 'unlink') for (const id of ids) await refuseClue(ctx, id, ['verified']);
    const back = event.moves.map(({ reportId, from, to }) => ({ reportId, from: to, to: from }));
    for (const id of touched) {
      const leaving = back.filter(({ from }) => from === id).length;
      if (leaving > 0 && leaving === (await memberIds(ctx, id)).length) await refuseClue(ctx, id, ['proposed']);
    }
    if (back.length > 0) await moveReports(ctx, back, { userId: actor.userId, reason });
    await appendEvent(ctx, {
      kind: 'undo',
      incidentId,
      otherIncidentId,
      moves: back,
      aboutId: eventId,
      reason,
      detail: { undone: event.kind },
    });
    let version = basedOn;
    for (const id of ids) {
      const raised = await refreshFacts(ctx, id);
      if (id === incidentId) version = raised;
      await recordAudit(ctx, {
        action: 'incident.undo',
        subjectType: 'incident',
        subjectId: id,
        reason,
        detail: { version: raised, undone: event.kind, event: event.number },
      });
    }
    return { incidentId, version, undone: event.kind };
  });
}
