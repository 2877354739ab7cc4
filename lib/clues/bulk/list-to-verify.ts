import { type Context, moderators, requireRole } from '../../context.ts';
import { getIncident } from '../../triage/get-incident.ts';
import { refusalOf } from '../decisions/two-persons.ts';
import { loadClues } from '../store.ts';

/** The proposed clues in the order they were proposed, each with why the asking moderator may not verify it, if so. Errors: forbidden. */
export async function listToVerify(ctx: Context) {
  const { userId } = requireRole(ctx, ...moderators);
  const clues = (await loadClues(ctx, { states: ['proposed'] })).sort((a, b) => +a.proposedAt - +b.proposedAt);
  const list = [];
  for (const clue of clues) {
    const incident = await getIncident(ctx, clue.incidentId);
    list.push({ clue, notMine: await refusalOf(ctx, userId, clue.proposedBy, incident) });
  }
  return list;
}
