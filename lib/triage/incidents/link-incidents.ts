import { recordAudit } from '../../audit/record.ts';
import type { Context } from '../../context.ts';
import { transaction } from '../../db/transaction.ts';
import { Problem } from '../../errors.ts';
import { spoken } from '../../ids.ts';
import { parseInput } from '../../parse-input.ts';
import { linkInput, unlinkInput } from './input.ts';
import { refreshFacts } from './move-reports.ts';
import { openIncidents } from './open-incidents.ts';
import { linksOf } from './replay.ts';
import { appendEvent, loadIncidentEvents } from './store.ts';

/**
 * Ties two incidents together that are not one: each detonation stays an incident of its own. A verified clue is no
 * hindrance: a link moves no report. Errors: stale_version, already_done, wrong_state (practice mixed), not_found, forbidden.
 */
export function linkIncidents(ctx: Context, raw: unknown) {
  return transaction(ctx, async (ctx) => {
    const { incidentId, version: basedOn, otherIncidentId, kind, first, reason } = parseInput(linkInput, raw);
    if (incidentId === otherIncidentId) throw new Problem('already_done');
    const { incidents } = await openIncidents(ctx, [{ id: incidentId, version: basedOn }, { id: otherIncidentId }]);
    const links = linksOf(incidentId, await loadIncidentEvents(ctx, [incidentId]));
    if (links.some((link) => link.otherIncidentId === otherIncidentId)) throw new Problem('already_done');
    const eventId = await appendEvent(ctx, {
      kind: 'link',
      incidentId,
      otherIncidentId,
      linkKind: kind,
      linkOrder: first === null ? null : first === 'this' ? 1 : -1,
      reason,
    });
    const version = await told(ctx, 'incident.link', [incidentId, otherIncidentId], reason, {
      kind,
      incidents: incidents.map(({ number }) => spoken.incident(number)),
    });
    return { eventId, incidentId, version };
  });
}

/** Ends a link; it stays on record. Errors: stale_version, not_found (no such link stands), forbidden. */
export function unlinkIncidents(ctx: Context, raw: unknown) {
  return transaction(ctx, async (ctx) => {
    const { incidentId, version: basedOn, linkId, reason } = parseInput(unlinkInput, raw);
    await openIncidents(ctx, [{ id: incidentId, version: basedOn }]);
    const link = linksOf(incidentId, await loadIncidentEvents(ctx, [incidentId])).find((one) => one.eventId === linkId);
    if (!link) throw new Problem('not_found');
    const { otherIncidentId } = link;
    const eventId = await appendEvent(ctx, { kind: 'unlink', incidentId, otherIncidentId, aboutId: linkId, reason });
    const version = await told(ctx, 'incident.unlink', [incidentId, otherIncidentId], reason, { kind: link.kind });
    return { eventId, incidentId, version };
  });
}

async function told(
  ctx: Context,
  action: string,
  ids: readonly [string, string],
  reason: string,
  detail: Record<string, unknown>,
): Promise<number> {
  const versions: number[] = [];
  for (const id of ids) {
    const version = await refreshFacts(ctx, id);
    versions.push(version);
    await recordAudit(ctx, { action, subjectType: 'incident', subjectId: id, reason, detail: { version, ...detail } });
  }
  return versions[0]!;
}
