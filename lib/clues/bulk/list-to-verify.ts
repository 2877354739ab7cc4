import { type Context, moderators, requireRole } from '../../context.ts';
import { listHands } from '../../triage/incidents/hands.ts';
import { refusalsOf } from '../decisions/two-persons.ts';
import { loadClues } from '../store.ts';

/**
 * The proposed clues in the order they were proposed, each with why the asking moderator may not verify it, if so; in as
 * many statements as for one. Errors: forbidden.
 */
export async function listToVerify(ctx: Context) {
  const { userId } = requireRole(ctx, ...moderators);
  const clues = (await loadClues(ctx, { states: ['proposed'] })).sort((a, b) => +a.proposedAt - +b.proposedAt);
  const hands = await listHands(ctx, [...new Set(clues.map(({ incidentId }) => incidentId))]);
  const refusals = await refusalsOf(
    ctx,
    userId,
    clues.map(({ proposedBy, incidentId: id }) => ({ proposedBy, incident: { id, ...hands.get(id)! } })),
  );
  return clues.map((clue, i) => ({ clue, notMine: refusals[i]! }));
}
