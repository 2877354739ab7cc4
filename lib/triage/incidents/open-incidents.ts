import { type Context, moderators, requireRole, type UserActor } from '../../context.ts';
import { Problem } from '../../errors.ts';
import { spoken } from '../../ids.ts';
import { stale } from '../open-report.ts';
import { refuseRecused } from '../recusals/refuse-recused.ts';
import { loadIncident, openClue } from '../store.ts';

type Basis = { id: string; version?: number };
export type IncidentRow = NonNullable<Awaited<ReturnType<typeof loadIncident>>>;

/**
 * Incidents that an edit is based on, held until the transaction ends; always locked in the order of their ids.
 * Errors: not_found, stale_version with what changed, wrong_state (practice and real do not mix), same_person (recused), forbidden.
 */
export async function openIncidents(ctx: Context, bases: readonly Basis[]) {
  const actor: UserActor = requireRole(ctx, ...moderators);
  const found = new Map<string, IncidentRow>();
  for (const { id, version } of [...bases].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const incident = await loadIncident(ctx, id, true);
    if (!incident) throw new Problem('not_found');
    if (version !== undefined && incident.version !== version)
      throw await stale(ctx, 'incident', id, version, incident.version);
    found.set(id, incident);
  }
  await refuseRecused(ctx, actor.userId, { incidents: [...found.keys()] });
  const kinds = new Set([...found.values()].map(({ practice }) => practice));
  if (kinds.size > 1) throw new Problem('wrong_state', { practice: 'mixed' });
  return { actor, incidents: bases.map(({ id }) => found.get(id)!) };
}

/** Nothing is moved under a verified clue, nor everything away under a proposed one. Errors: wrong_state, naming the clue. */
export async function refuseClue(ctx: Context, incidentId: string, states: readonly ('proposed' | 'verified')[]) {
  const clue = await openClue(ctx, incidentId);
  if (clue && (states as readonly string[]).includes(clue.state))
    throw new Problem('wrong_state', { clue: spoken.clue(clue.number), clueState: clue.state });
}
